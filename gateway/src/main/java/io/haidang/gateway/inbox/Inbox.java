package io.haidang.gateway.inbox;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.AccountLock;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What people are told, for each of them alone.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Inbox {

  private static final Duration READ_MEMORY = Duration.ofDays(90);
  private static final Duration MEMORY = Duration.ofDays(365);

  private final Database database;
  private final Clock clock;

  public Inbox(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Notifications, the latest first.
   *
   * @param onlyNew whether those that were read are left out
   */
  public List<Notification> page(Account reader, boolean onlyNew, int offset, int limit) {
    return database
        .jdbi()
        .withHandle(handle -> NotificationTable.page(handle, reader, onlyNew, offset, limit));
  }

  /** How many there are of those. */
  public long count(Account reader, boolean onlyNew) {
    return database.jdbi().withHandle(handle -> NotificationTable.count(handle, reader, onlyNew));
  }

  /**
   * One of them, which is read from now on.
   *
   * @throws GatewayException {@code not-found}, also for somebody else's
   */
  public Notification open(Account reader, long id) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              NotificationTable.markRead(handle, reader.id(), id, clock.instant());
              return NotificationTable.find(handle, reader, id)
                  .orElseThrow(
                      () -> new GatewayException(ErrorCode.NOT_FOUND, "notification: unknown"));
            });
  }

  /** Marks all up to one as read, so that what came meanwhile stays new; returns how many. */
  public int markReadUpTo(Account reader, long id) {
    return database
        .jdbi()
        .inTransaction(
            handle -> NotificationTable.markReadUpTo(handle, reader.id(), id, clock.instant()));
  }

  public InboxSettings settings(Account account) {
    return database.jdbi().withHandle(handle -> SettingsTable.read(handle, account.id()));
  }

  /**
   * Chooses how to be told from now on.
   *
   * @throws GatewayException {@code invalid-request} for letters without an address
   */
  public InboxSettings choose(Account account, InboxSettings settings) {
    if (settings.wantsMail() && settings.mail() == null) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "address: none (expected: one, for what comes by mail)");
    }
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              AccountLock.take(handle, account.id());
              SettingsTable.write(handle, account.id(), settings);
              return SettingsTable.read(handle, account.id());
            });
  }

  /** Forgets what was read three months ago, and what is older than a year; returns how many. */
  public int tidy() {
    Instant now = clock.instant();
    return database
        .jdbi()
        .inTransaction(
            handle ->
                NotificationTable.deleteBefore(handle, now.minus(READ_MEMORY), now.minus(MEMORY)));
  }
}
