package io.haidang.gateway.queue;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Filters that people keep under a name, each for themselves; whom they want to have them they send
 * the address.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class SavedViews {

  /** More would not fit a page. */
  static final int MOST = 50;

  private static final int MAX_NAME = 100;

  private final Database database;
  private final Clock clock;

  SavedViews(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** By name. */
  public List<SavedView> list(Account owner) {
    return database.jdbi().withHandle(handle -> list(handle, owner));
  }

  private static List<SavedView> list(Handle handle, Account owner) {
    return handle
        .createQuery(
            "select id, name, query from queue_view where account_id = :owner order by name")
        .bind("owner", owner.id())
        .map(
            (row, context) ->
                new SavedView(
                    row.getObject("id", UUID.class), row.getString("name"), row.getString("query")))
        .list();
  }

  /**
   * Keeps a filter; one of that name is replaced.
   *
   * @throws GatewayException {@code invalid-request} for a name that is blank or too long, or one
   *     view too many
   */
  public SavedView save(String name, QueueFilter filter, Account owner) {
    String kept = name(name);
    SavedView view = new SavedView(UUID.randomUUID(), kept, filter.query());
    database
        .jdbi()
        .useTransaction(
            handle -> {
              lock(handle, owner);
              handle.execute(
                  "delete from queue_view where account_id = ? and name = ?", owner.id(), kept);
              if (list(handle, owner).size() >= MOST) {
                throw invalid("views: " + MOST + " (expected: fewer, delete one)");
              }
              handle.execute(
                  "insert into queue_view (id, account_id, name, query, created_at)"
                      + " values (?, ?, ?, ?, ?)",
                  view.id(),
                  owner.id(),
                  kept,
                  view.query(),
                  clock.instant().atOffset(ZoneOffset.UTC));
            });
    return view;
  }

  /**
   * Gives a view another name.
   *
   * @throws GatewayException {@code not-found}, {@code invalid-request} for a name that is blank,
   *     too long, or that of another view
   */
  public void rename(UUID id, String name, Account owner) {
    String kept = name(name);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              lock(handle, owner);
              boolean isTaken =
                  list(handle, owner).stream()
                      .anyMatch(view -> view.name().equals(kept) && !view.id().equals(id));
              if (isTaken) {
                throw invalid("name: taken (expected: one that no other view has)");
              }
              requireOne(
                  handle.execute(
                      "update queue_view set name = ? where id = ? and account_id = ?",
                      kept,
                      id,
                      owner.id()));
            });
  }

  /**
   * Forgets a view.
   *
   * @throws GatewayException {@code not-found}
   */
  public void delete(UUID id, Account owner) {
    requireOne(
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle.execute(
                        "delete from queue_view where id = ? and account_id = ?", id, owner.id())));
  }

  /** Two changes of one person's views come one after the other. */
  private static void lock(Handle handle, Account owner) {
    handle
        .createQuery("select id from account where id = :id for update")
        .bind("id", owner.id())
        .mapTo(UUID.class)
        .one();
  }

  private static String name(String name) {
    String kept = TextField.require("name", name, MAX_NAME).strip();
    if (kept.isEmpty()) {
      throw invalid("name: (blank) (expected: a name)");
    }
    return kept;
  }

  private static void requireOne(int changed) {
    if (changed == 0) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "view: unknown (expected: one of your own)");
    }
  }

  private static GatewayException invalid(String message) {
    return new GatewayException(ErrorCode.INVALID_REQUEST, message);
  }
}
