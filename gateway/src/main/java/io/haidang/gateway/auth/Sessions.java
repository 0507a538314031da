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

  /** A working day and a little, however busy. */
  static final Duration LIFE = Duration.ofHours(12);

  /** A long meeting; after that somebody else may sit there. */
  static final Duration IDLE = Duration.ofHours(2);

  /** How exactly the last use is known, so that not every request writes. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final Database database;
  private final Accounts accounts;
  private final Clock clock;

  public Sessions(Database database, Accounts accounts, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** A session of a browser that does not say what it is. */
  public WebSession start(Account account) {
    return start(account, "");
  }

  /**
   * A new session.
   *
   * @param browser in words, for its owner, at most 40 characters; empty when unknown
   */
  public WebSession start(Account account, String browser) {
    WebSession session = new WebSession(Secrets.random(), account, Secrets.random());
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate("delete from session where expires_at < :now or seen_at < :idle")
                  .bind("now", now())
                  .bind("idle", now().minus(IDLE))
                  .execute();
              handle
                  .createUpdate(
                      "insert into session (digest, account_id, csrf_token, expires_at, seen_at,"
                          + " browser)"
                          + " values (:digest, :account, :csrf, :expires, :now, :browser)")
                  .bind("browser", browser)
                  .bind("digest", Secrets.digest(session.token()))
                  .bind("account", account.id())
                  .bind("csrf", session.csrfToken())
                  .bind("expires", now().plus(LIFE))
                  .bind("now", now())
                  .execute();
            });
    return session;
  }

  /** The session that a browser's cookie names, by somebody who is at it: it is not idle now. */
  public Optional<WebSession> use(String token) {
    Optional<WebSession> session = find(token);
    session.ifPresent(used -> noteUse(token));
    return session;
  }

  private void noteUse(String token) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "update session set seen_at = :now"
                            + " where digest = :digest and seen_at < :noted")
                    .bind("now", now())
                    .bind("digest", Secrets.digest(token))
                    .bind("noted", now().minus(NOTED))
                    .execute());
  }

  /**
   * The session that a browser's cookie names, without prolonging it; empty when it is unknown, too
   * old, or has been idle for too long.
   */
  public Optional<WebSession> find(String token) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select account_id, csrf_token from session"
                            + " where digest = :digest and expires_at >= :now and seen_at >= :idle")
                    .bind("digest", Secrets.digest(token))
                    .bind("now", now())
                    .bind("idle", now().minus(IDLE))
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
  public record WebSession(String token, Account account, String csrfToken) {

    @Override
    public String toString() {
      return "WebSession[account=" + account.id() + "]";
    }
  }
}
