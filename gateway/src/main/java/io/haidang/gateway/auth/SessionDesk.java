package io.haidang.gateway.auth;

import io.haidang.gateway.auth.Sessions.WebSession;
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
 * Where people are signed in: each sees and ends own sessions, and whoever keeps accounts ends all
 * of one. What is ended is over with the next request to any node, and in the log of the account.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class SessionDesk {

  private final Database database;
  private final Clock clock;

  SessionDesk(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Sessions of whoever asks that are not over, the one used last first. */
  public List<OpenSession> list(WebSession asking) {
    String own = Secrets.digest(asking.token());
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select digest, expires_at, seen_at, browser from session"
                            + " where account_id = :account and expires_at >= :now"
                            + " and seen_at >= :idle order by seen_at desc, digest")
                    .bind("account", asking.account().id())
                    .bind("now", now())
                    .bind("idle", now().minus(Sessions.IDLE))
                    .map(
                        (row, context) ->
                            new OpenSession(
                                row.getString("digest"),
                                row.getObject("expires_at", OffsetDateTime.class)
                                    .minus(Sessions.LIFE)
                                    .toInstant(),
                                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                                row.getString("browser"),
                                row.getString("digest").equals(own)))
                    .list());
  }

  /** Ends another session of whoever asks; does nothing when there is none of that id. */
  public void end(WebSession asking, String id) {
    ended(
        asking.account(),
        asking.account().id(),
        "delete from session where account_id = ? and digest <> ? and digest = ?",
        Secrets.digest(asking.token()),
        id);
  }

  /** Ends all sessions of whoever asks but this one. */
  public void endOthers(WebSession asking) {
    ended(
        asking.account(),
        asking.account().id(),
        "delete from session where account_id = ? and digest <> ?",
        Secrets.digest(asking.token()));
  }

  /**
   * Signs somebody out everywhere.
   *
   * @throws io.haidang.gateway.GatewayException {@code not-permitted}, {@code not-found}
   */
  public AccountEntry endAll(UUID account, Account actor) {
    actor.require(Role.ADMIN);
    AccountEntry entry =
        database.jdbi().withHandle(handle -> AccountTable.require(handle, account));
    ended(actor, account, "delete from session where account_id = ?");
    return entry;
  }

  private void ended(Account actor, UUID account, String statement, String... digests) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              int count = delete(handle, account, statement, digests);
              if (count > 0) {
                AccountTable.append(
                    handle,
                    account,
                    "sessions-ended",
                    actor.displayName(),
                    now(),
                    Map.of("sessions", count));
              }
            });
  }

  private static int delete(Handle handle, UUID account, String statement, String... digests) {
    var update = handle.createUpdate(statement).bind(0, account);
    for (int i = 0; i < digests.length; i++) {
      update.bind(i + 1, digests[i]);
    }
    return update.execute();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
