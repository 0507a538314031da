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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Whose account a person of a provider has. A person is known by issuer and subject; a login alone
 * links once, and never to an administrator, whom an administrator of the provider could otherwise
 * become.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL and password hashing.
 */
public final class Identities {

  private static final String ACTOR = "OpenID Connect";

  private final Database database;
  private final Clock clock;
  private final PasswordCost cost;

  Identities(Database database, Clock clock, PasswordCost cost) {
    this.database = database;
    this.clock = clock;
    this.cost = cost;
  }

  /**
   * The account of a person, whose roles are those of the groups if these decide.
   *
   * @param makes whether somebody without an account gets one
   * @throws GatewayException {@code wrong-credentials} when the account is closed, or there is none
   *     and none may be made
   */
  public Account account(Identity identity, boolean makes) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Account account =
                  find(handle, identity).orElseGet(() -> join(handle, identity, makes));
              requireOpen(handle, account);
              return withRoles(handle, account, identity.roles());
            });
  }

  private static Optional<Account> find(Handle handle, Identity identity) {
    return handle
        .createQuery(
            "select a.* from account_identity i join account a on a.id = i.account_id"
                + " where i.issuer = :issuer and i.subject = :subject")
        .bind("issuer", identity.issuer())
        .bind("subject", identity.subject())
        .map((row, context) -> AccountRow.of(row).account())
        .findOne();
  }

  private static void requireOpen(Handle handle, Account account) {
    if (!AccountTable.require(handle, account.id()).isOpen()) {
      throw refused("account: closed");
    }
  }

  private Account join(Handle handle, Identity identity, boolean makes) {
    Login login = login(identity);
    Optional<Account> known = AccountRow.byLogin(handle, login.name()).map(AccountRow::account);
    if (known.isEmpty() && !makes) {
      throw refused("account: none of that login");
    }
    if (known.isPresent()
        && (known.get().has(Role.ADMIN) || isLinked(handle, known.get(), identity))) {
      throw refused("account: not to be linked by its login");
    }
    Account account = known.orElseGet(() -> make(handle, login, identity));
    handle.execute(
        "insert into account_identity (issuer, subject, account_id, linked_at) values (?, ?, ?, ?)",
        identity.issuer(),
        identity.subject(),
        account.id(),
        now());
    log(handle, account, "account-linked", Map.of("issuer", identity.issuer()));
    return account;
  }

  /** A login that the provider has given to somebody else since is not theirs here. */
  private static boolean isLinked(Handle handle, Account account, Identity identity) {
    return handle
        .createQuery(
            "select 1 from account_identity where account_id = :account and issuer = :issuer")
        .bind("account", account.id())
        .bind("issuer", identity.issuer())
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  private static Login login(Identity identity) {
    try {
      return new Login(identity.login());
    } catch (GatewayException e) {
      throw refused("login: unfit");
    }
  }

  /** With a password that nobody knows, until an administrator issues one. */
  private Account make(Handle handle, Login login, Identity identity) {
    if (identity.roles().isEmpty()) {
      throw refused("roles: none");
    }
    AccountForm form =
        new AccountForm(
            identity.displayName().isBlank() ? login.name() : identity.displayName(),
            identity.office(),
            identity.roles());
    Account account =
        new Account(
            UUID.randomUUID(), login.name(), form.displayName(), form.office(), form.roles());
    new AccountRow(account, PasswordHash.of(Secrets.random(), cost)).insert(handle, now());
    log(handle, account, "account-made", Map.of("roles", names(form.roles())));
    return account;
  }

  /** The last administrator stays one, whatever a provider says. */
  private Account withRoles(Handle handle, Account account, Set<Role> roles) {
    boolean last =
        account.has(Role.ADMIN)
            && !roles.contains(Role.ADMIN)
            && AccountTable.lockAdministrators(handle).equals(List.of(account.id()));
    if (roles.isEmpty() || roles.equals(account.roles()) || last) {
      return account;
    }
    AccountForm form = new AccountForm(account.displayName(), account.office(), roles);
    AccountTable.update(handle, account.id(), form);
    log(handle, account, "account-changed", Map.of("roles", names(roles)));
    return new Account(
        account.id(), account.login(), account.displayName(), account.office(), roles);
  }

  private static List<String> names(Set<Role> roles) {
    return roles.stream().sorted().map(PublicName::of).toList();
  }

  private void log(Handle handle, Account account, String type, Map<String, ?> data) {
    AccountTable.append(handle, account.id(), type, ACTOR, now(), data);
  }

  /** The browser is told no more than of a wrong password. */
  private static GatewayException refused(String reason) {
    return new GatewayException(
        ErrorCode.WRONG_CREDENTIALS, reason + " (expected: an open account for this person)");
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
