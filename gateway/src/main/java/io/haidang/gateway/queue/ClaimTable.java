package io.haidang.gateway.queue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Who has which text in hand; a row that has run out stays until somebody else takes the text.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
final class ClaimTable {

  private ClaimTable() {}

  /** The claim on a text, run out or not. */
  static Optional<Claim> find(Handle handle, UUID target) {
    return handle
        .createQuery(
            "select p.id, p.login, p.display_name, c.since, c.until from target_claim c"
                + " join account p on p.id = c.account_id where c.target_id = :target")
        .bind("target", target)
        .map(
            (row, context) ->
                new Claim(
                    new Person(
                        row.getObject("id", UUID.class),
                        row.getString("login"),
                        row.getString("display_name")),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    row.getObject("until", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /** Puts a claim in place of whatever there is; the caller has locked the target. */
  static void put(Handle handle, UUID target, UUID account, Instant since, Instant until) {
    delete(handle, target);
    handle.execute(
        "insert into target_claim (target_id, account_id, since, until) values (?, ?, ?, ?)",
        target,
        account,
        since.atOffset(ZoneOffset.UTC),
        until.atOffset(ZoneOffset.UTC));
  }

  /** Moves the end of somebody's claim; false when they have none. */
  static boolean setEnd(Handle handle, UUID target, UUID account, Instant until) {
    return handle.execute(
            "update target_claim set until = ? where target_id = ? and account_id = ?",
            until.atOffset(ZoneOffset.UTC),
            target,
            account)
        == 1;
  }

  static void delete(Handle handle, UUID target) {
    handle.execute("delete from target_claim where target_id = ?", target);
  }
}
