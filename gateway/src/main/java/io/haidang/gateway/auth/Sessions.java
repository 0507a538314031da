package io.haidang.gateway.auth;

import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is signed in; any node can serve any session, and a restart ends none.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class Sessions {

  /** A working day and a little. */
  private static final Duration LIFE = Duration.ofHours(12);

  private final Database database;
  private final Accounts accounts;
  private final Clock clock;

  public Sessions(Database database, Accounts accounts, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.clock = clock;
  }

  public WebSession start(Account account) {
    WebSession session = new WebSession(Secrets.random(), account, Secrets.random());
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate("delete from session where expires_at < :now")
                  .bind("now", now())
                  .execute();
              handle
                  .createUpdate(
                      "insert into session (digest, account_id, csrf_token, expires_at)"
                          + " values (:digest, :account, :csrf, :expires)")
                  .bind("digest", Secrets.digest(session.token()))
                  .bind("account", account.id())
                  .bind("csrf", session.csrfToken())
                  .bind("expires", now().plus(LIFE))
                  .execute();
            });
    return session;
  }

  /** The session that a browser's cookie names; empty when it is unknown or has expired. */
  public Optional<WebSession> find(String token) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select account_id, csrf_token from session"
                            + " where digest = :digest and expires_at >= :now")
                    .bind("digest", Secrets.digest(token))
                    .bind("now", now())
                    .map(
                        (row, context) ->
                            new Found(
                                row.getObject("account_id", UUID.class),
                                row.getString("csrf_token")))
                    .findOne())
        .flatMap(
            found ->
                accounts
                    .find(found.account())
                    .map(account -> new WebSession(token, account, found.csrfToken())));
  }

  public void end(String token) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate("delete from session where digest = :digest")
                    .bind("digest", Secrets.digest(token))
                    .execute());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private record Found(UUID account, String csrfToken) {}

  /**
   * A signed-in browser.
   *
   * @param token the secret in its cookie
   * @param csrfToken the secret that its forms send back
   */
  public record WebSession(String token, Account account, String csrfToken) {}
}
