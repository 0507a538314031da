package io.haidang.gateway.auth;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Where offices are kept. An office is there as long as an account or a story names it: it is made
 * with the first account of its name, renamed here, and closed by joining it to another.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class OfficeDesk {

  private static final String OFFICES =
      "select o.name, sum(o.people) as people, sum(o.closed) as closed, sum(o.stories) as stories"
          + " from (select office as name, case when closed_at is null then 1 else 0 end as people,"
          + " case when closed_at is null then 0 else 1 end as closed, 0 as stories from account"
          + " union all select office, 0, 0, 1 from story) o group by o.name order by o.name";

  private final Database database;
  private final Clock clock;

  OfficeDesk(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Every office, by name.
   *
   * @throws GatewayException {@code not-permitted}
   */
  public List<OfficeEntry> list(Account actor) {
    actor.require(Role.ADMIN);
    return database.jdbi().withHandle(OfficeDesk::list);
  }

  private static List<OfficeEntry> list(Handle handle) {
    return handle
        .createQuery(OFFICES)
        .map(
            (row, context) ->
                new OfficeEntry(
                    new Office(row.getString("name")),
                    row.getInt("people"),
                    row.getInt("closed"),
                    row.getInt("stories")))
        .list();
  }

  /**
   * Gives the people and the stories of an office another office: one of a new name, or one that is
   * there, whose people then read secret texts of both.
   *
   * @param to as it was typed
   * @param joins whether the other office may be there already
   * @throws GatewayException {@code not-permitted}, {@code not-found} when nobody and nothing is of
   *     that office, {@code invalid-request} for a name that is unfit or the same, {@code
   *     wrong-state} for one that is there, unless it {@code joins}
   */
  public void rename(String from, String to, boolean joins, Account actor) {
    actor.require(Role.ADMIN);
    if (!Office.isName(to) || new Office(to).name().equals(from)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "office: unfit (expected: another, " + Office.EXPECTED + ")");
    }
    String name = new Office(to).name();
    database.jdbi().useTransaction(handle -> rename(handle, from, name, joins, actor));
  }

  private void rename(Handle handle, String from, String to, boolean joins, Account actor) {
    List<String> names = list(handle).stream().map(entry -> entry.office().name()).toList();
    if (!names.contains(from)) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "office: unknown (expected: one with people)");
    }
    if (names.contains(to) && !joins) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "office: there already (expected: a new name, or to join it)");
    }
    List<UUID> people =
        handle
            .createQuery("select id from account where office = :from")
            .bind("from", from)
            .mapTo(UUID.class)
            .list();
    handle.execute("update account set office = ? where office = ?", to, from);
    handle.execute("update story set office = ? where office = ?", to, from);
    handle.execute("update retention_event set office = ? where office = ?", to, from);
    log(handle, from, to, people, actor);
  }

  private void log(Handle handle, String from, String to, List<UUID> people, Account actor) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    handle.execute(
        "insert into office_change (from_name, to_name, actor, at) values (?, ?, ?, ?)",
        from,
        to,
        actor.displayName(),
        now);
    Map<String, String> data = Map.of("from", from, "to", to);
    people.forEach(
        id -> AccountTable.append(handle, id, "office-changed", actor.displayName(), now, data));
  }
}
