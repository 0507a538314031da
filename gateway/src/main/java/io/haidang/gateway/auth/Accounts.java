package io.haidang.gateway.auth;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts, passwords and API keys; secrets are stored hashed.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL and password hashing;
 * never call it on an event loop.
 */
public final class Accounts {

  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

  private final Database database;
  private final Clock clock;
  private final PasswordCost cost;
  private final SignInLimiter limiter;
  private final FirstRun firstRun;

  public Accounts(Database database, Clock clock) {
    this(database, clock, PasswordCost.STANDARD);
  }

  /** The same, with new passwords at another cost. */
  public Accounts(Database database, Clock clock, PasswordCost cost) {
    this.database = database;
    this.clock = clock;
    this.cost = cost;
    this.limiter = new SignInLimiter(clock);
    this.firstRun = new FirstRun(database, clock, cost);
  }

  /**
   * The account of a person who gives the right password.
   *
   * @throws GatewayException {@code wrong-credentials}, the same for an unknown name and a closed
   *     account; {@code too-many-requests} after repeated failures
   */
  public Account signIn(String login, String password) {
    String name = login.strip().toLowerCase(Locale.ROOT);
    limiter.requireFree(name);
    Optional<AccountRow> row =
        database.jdbi().withHandle(handle -> AccountRow.openByLogin(handle, name));
    PasswordHash stored = row.map(AccountRow::password).orElse(PasswordHash.ofNobody(cost));
    boolean right = stored.matches(password);
    if (!right || row.isEmpty()) {
      limiter.failed(name);
      LOG.warn(
          "sign-in refused: {}",
          row.map(found -> found.account().id().toString()).orElse("unknown name"));
      throw new GatewayException(
          ErrorCode.WRONG_CREDENTIALS, "name or password: wrong (expected: both of one account)");
    }
    limiter.succeeded(name);
    Account account = row.get().account();
    if (!stored.costs(cost)) {
      keepAnew(account, stored, password);
    }
    LOG.info("signed in: {}", account.id());
    return account;
  }

  /** The password is known for this moment alone. */
  private void keepAnew(Account account, PasswordHash stored, String password) {
    PasswordHash better = PasswordHash.of(password, cost);
    database.jdbi().useHandle(handle -> AccountTable.rehash(handle, account.id(), stored, better));
  }

  /** How the first administrator of an empty database gets in. */
  public FirstRun firstRun() {
    return firstRun;
  }

  /** Sign-ins that this process has refused. */
  public long refusedSignIns() {
    return limiter.refused();
  }

  /** Whose accounts the people of a provider have. */
  public Identities identities() {
    return new Identities(database, clock, cost);
  }

  /** Where accounts are made, changed and closed. */
  public AccountDesk desk() {
    return new AccountDesk(database, clock, cost);
  }

  /** Where people see and end sessions. */
  public SessionDesk sessionDesk() {
    return new SessionDesk(database, clock);
  }

  /** Where offices are renamed and closed. */
  public OfficeDesk offices() {
    return new OfficeDesk(database, clock);
  }

  /** The keys of programs that act as these accounts. */
  public ApiKeys apiKeys() {
    return new ApiKeys(database, clock);
  }

  /** The account of that name, whatever its case. */
  public Optional<Account> findByLogin(String login) {
    return database
        .jdbi()
        .withHandle(handle -> AccountRow.byLogin(handle, login.toLowerCase(Locale.ROOT)))
        .map(AccountRow::account);
  }

  public Optional<Account> find(UUID id) {
    return database
        .jdbi()
        .withHandle(handle -> AccountRow.byId(handle, id))
        .map(AccountRow::account);
  }

  /**
   * Makes an account.
   *
   * @param login unique; kept in lower case
   */
  public Account create(
      String login, String displayName, Office office, String password, Set<Role> roles) {
    Account account =
        new Account(UUID.randomUUID(), login.toLowerCase(Locale.ROOT), displayName, office, roles);
    AccountRow row = new AccountRow(account, PasswordHash.of(password, cost));
    database
        .jdbi()
        .useHandle(handle -> row.insert(handle, clock.instant().atOffset(ZoneOffset.UTC)));
    return account;
  }

  /** A new key that may do whatever its account may, shown once. */
  public String createApiKey(UUID account, String name) {
    return apiKeys().create(NewApiKey.of(account, name));
  }

  /**
   * On an empty database, creates admin, editor, reviewer and terminologist of {@code office} with
   * random passwords, for a desk that nobody sits at: a demonstration, a measurement, a test;
   * otherwise does nothing and returns an empty list.
   */
  public List<FirstAccount> createFirstAccounts(Office office) {
    long accounts =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle.createQuery("select count(*) from account").mapTo(Long.class).one());
    List<FirstAccount> made = new ArrayList<>();
    if (accounts == 0) {
      made.add(first("admin", "Quản trị", office, EnumSet.of(Role.ADMIN, Role.TERMINOLOGIST)));
      for (FirstColleague colleague : FirstColleague.values()) {
        made.add(
            first(colleague.login(), colleague.displayName(), office, Set.of(colleague.role())));
      }
    }
    return made;
  }

  private FirstAccount first(String login, String displayName, Office office, Set<Role> roles) {
    String password = Secrets.random().substring(0, 16);
    return new FirstAccount(create(login, displayName, office, password, roles), password);
  }

  /** An account of a desk that nobody sits at, and its password. */
  public record FirstAccount(Account account, String password) {

    @Override
    public String toString() {
      return "FirstAccount[account=" + account.id() + "]";
    }
  }
}
