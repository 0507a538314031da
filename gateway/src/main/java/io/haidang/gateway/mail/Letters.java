package io.haidang.gateway.mail;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of letters, for administrators.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Letters {

  private final Database database;
  private final boolean isOff;
  private final Clock clock;

  public Letters(Database database, MailServer server, Clock clock) {
    this.database = database;
    this.isOff = server.isOff();
    this.clock = clock;
  }

  /** Whether this node sends none. */
  public boolean isOff() {
    return isOff;
  }

  /**
   * Letters, the latest first.
   *
   * @param state null for any
   * @throws GatewayException {@code not-permitted}
   */
  public List<Letter> page(Letter.@Nullable State state, int offset, int limit, Account account) {
    account.require(Role.ADMIN);
    return database.jdbi().withHandle(handle -> LetterTable.page(handle, state, offset, limit));
  }

  /**
   * How many letters are in each state; states without any are left out.
   *
   * @throws GatewayException {@code not-permitted}
   */
  public Map<Letter.State, Long> counts(Account account) {
    account.require(Role.ADMIN);
    return database.jdbi().withHandle(LetterTable::counts);
  }

  /**
   * Has a letter sent again that was given up.
   *
   * @throws GatewayException {@code not-permitted}; {@code not-found} when there is none such
   */
  public void replay(UUID letter, Account account) {
    account.require(Role.ADMIN);
    int found =
        database
            .jdbi()
            .inTransaction(handle -> LetterTable.replay(handle, letter, clock.instant()));
    if (found == 0) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "letter: unknown (expected: one that was given up)");
    }
  }
}
