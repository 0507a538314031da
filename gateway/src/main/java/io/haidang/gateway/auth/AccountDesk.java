package io.haidang.gateway.auth;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
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
 * Where accounts are kept: made, changed, closed and opened again, each step in a log. No account
 * is ever deleted, because texts and decisions name it; and one that may keep accounts is always
 * left.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL and password hashing;
 * never call it on an event loop.
 */
public final class AccountDesk {

  private final Database database;
  private final Clock clock;
  private final PasswordCost cost;

  AccountDesk(Database database, Clock clock, PasswordCost cost) {
    this.database = database;
    this.clock = clock;
    this.cost = cost;
  }

  /**
   * An account with a password that the server has thought up, to be told to the person once.
   *
   * @param password known to nobody else; it cannot be read again
   */
  public record Issued(Account account, String password) {

    @Override
    public String toString() {
      return "Issued[account=" + account.id() + "]";
    }
  }

  /** Open ones first, each by name. */
  public List<AccountEntry> list(Account actor) {
    actor.require(Role.ADMIN);
    return database.jdbi().withHandle(AccountTable::list);
  }

  /**
   * One account.
   *
   * @throws GatewayException {@code not-permitted}, {@code not-found}
   */
  public AccountEntry entry(UUID id, Account actor) {
    actor.require(Role.ADMIN);
    return database.jdbi().withHandle(handle -> AccountTable.require(handle, id));
  }

  /** What became of an account, newest first. */
  public List<AccountEvent> events(UUID id, Account actor) {
    actor.require(Role.ADMIN);
    return database.jdbi().withHandle(handle -> AccountTable.events(handle, id));
  }

  /**
   * Makes an account with a random password.
   *
   * @throws GatewayException {@code not-permitted}, {@code invalid-request}, {@code login-taken}
   */
  public Issued create(String login, AccountForm form, Account actor) {
    actor.require(Role.ADMIN);
    Login name = new Login(login);
    NewPassword password = NewPassword.random();
    Account account =
        new Account(
            UUID.randomUUID(), name.name(), form.displayName(), form.office(), form.roles());
    AccountRow row = new AccountRow(account, PasswordHash.of(password.text(), cost));
    database
        .jdbi()
        .useTransaction(
            handle -> {
              requireFree(handle, name);
              row.insert(handle, now());
              log(handle, account.id(), "account-made", actor, data(form));
            });
    return new Issued(account, password.text());
  }

  /** Writes down that a person has taken a copy of their data. */
  public void noteExport(Account person) {
    database
        .jdbi()
        .useTransaction(handle -> log(handle, person.id(), "data-exported", person, Map.of()));
  }

  private static void requireFree(Handle handle, Login login) {
    if (AccountRow.byLogin(handle, login.name()).isPresent()) {
      throw new GatewayException(
          ErrorCode.LOGIN_TAKEN, "login: taken (expected: one that nobody has)");
    }
  }

  /**
   * Changes name, office and roles; what the person may do follows with the next request.
   *
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code last-administrator}
   */
  public AccountEntry change(UUID id, AccountForm form, Account actor) {
    actor.require(Role.ADMIN);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              AccountTable.require(handle, id);
              if (!form.roles().contains(Role.ADMIN)) {
                requireAnotherAdministrator(handle, id);
              }
              AccountTable.update(handle, id, form);
              log(handle, id, "account-changed", actor, data(form));
              return AccountTable.require(handle, id);
            });
  }

  /**
   * Closes an account: signs the person out everywhere and revokes the keys.
   *
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code last-administrator}
   */
  public AccountEntry close(UUID id, Account actor) {
    actor.require(Role.ADMIN);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              if (AccountTable.require(handle, id).isOpen()) {
                requireAnotherAdministrator(handle, id);
                AccountTable.setClosed(handle, id, now());
                AccountTable.endSessions(handle, id);
                AccountTable.revokeKeys(handle, id, now());
                log(handle, id, "account-closed", actor, Map.of());
              }
              return AccountTable.require(handle, id);
            });
  }

  /**
   * Opens an account again, with its old password; its keys stay revoked.
   *
   * @throws GatewayException {@code not-permitted}, {@code not-found}
   */
  public AccountEntry reopen(UUID id, Account actor) {
    actor.require(Role.ADMIN);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              if (!AccountTable.require(handle, id).isOpen()) {
                AccountTable.setClosed(handle, id, null);
                log(handle, id, "account-reopened", actor, Map.of());
              }
              return AccountTable.require(handle, id);
            });
  }

  /**
   * Gives a person who has forgotten it a new random password, and signs them out everywhere.
   *
   * @throws GatewayException {@code not-permitted}, {@code not-found}
   */
  public Issued renewPassword(UUID id, Account actor) {
    actor.require(Role.ADMIN);
    NewPassword password = NewPassword.random();
    PasswordHash hash = PasswordHash.of(password.text(), cost);
    Account account =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  Account found = AccountTable.require(handle, id).account();
                  setPassword(handle, id, hash, actor);
                  return found;
                });
    return new Issued(account, password.text());
  }

  /**
   * Changes one's own password, and signs one out everywhere.
   *
   * @throws GatewayException {@code wrong-credentials} unless {@code present} is the password,
   *     {@code invalid-request} for a new one that is too short or too long, {@code
   *     guessable-password}
   */
  public void changeOwnPassword(Account self, String present, String wanted) {
    NewPassword password =
        NewPassword.chosen(wanted, self.login(), self.displayName(), self.office().name());
    PasswordHash hash = PasswordHash.of(password.text(), cost);
    boolean right =
        database
            .jdbi()
            .withHandle(handle -> AccountRow.byId(handle, self.id()))
            .map(AccountRow::password)
            .orElse(PasswordHash.ofNobody(cost))
            .matches(present);
    if (!right) {
      throw new GatewayException(
          ErrorCode.WRONG_CREDENTIALS, "password: wrong (expected: the present one)");
    }
    database.jdbi().useTransaction(handle -> setPassword(handle, self.id(), hash, self));
  }

  private void setPassword(Handle handle, UUID id, PasswordHash hash, Account actor) {
    AccountTable.setPassword(handle, id, hash);
    AccountTable.endSessions(handle, id);
    log(handle, id, "password-changed", actor, Map.of());
  }

  private static void requireAnotherAdministrator(Handle handle, UUID id) {
    List<UUID> administrators = AccountTable.lockAdministrators(handle);
    if (administrators.equals(List.of(id))) {
      throw new GatewayException(
          ErrorCode.LAST_ADMINISTRATOR,
          "account: the last one that keeps accounts (expected: another one beside it)");
    }
  }

  private void log(Handle handle, UUID id, String type, Account actor, Map<String, ?> data) {
    AccountTable.append(handle, id, type, actor.displayName(), now(), data);
  }

  private static Map<String, ?> data(AccountForm form) {
    return Map.of(
        "displayName",
        form.displayName(),
        "office",
        form.office().name(),
        "roles",
        form.roles().stream().sorted().map(PublicName::of).toList());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
