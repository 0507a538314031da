package io.haidang.gateway.auth;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.AccountDesk.Issued;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The first start on an empty database: whoever reads the console of the server becomes its
 * administrator. A start offers a code, which is stored as a digest, opens the door once, and ends
 * after {@link #LIFE}; with the first account every code is worth nothing.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use, by several nodes. <b>Blocking:</b> SQL and
 * password hashing; never call it on an event loop.
 */
public final class FirstRun {

  /** How long a code is good for; another start offers another one. */
  public static final Duration LIFE = Duration.ofHours(2);

  /** What an administrator of a new desk may do; names need two keepers, so this is one. */
  private static final Set<Role> ROLES = Set.of(Role.ADMIN, Role.TERMINOLOGIST);

  private static final String LOGIN = "admin";
  private static final String DISPLAY_NAME = "Quản trị";
  private static final String LIMITED = "first run";

  private final Database database;
  private final Clock clock;
  private final PasswordCost cost;
  private final SignInLimiter limiter;
  private volatile boolean over;

  FirstRun(Database database, Clock clock, PasswordCost cost) {
    this.database = database;
    this.clock = clock;
    this.cost = cost;
    this.limiter = new SignInLimiter(clock);
  }

  /**
   * What the first administrator has typed.
   *
   * @param code of the console
   * @param password as {@link AccountDesk#changeOwnPassword} takes them
   * @param colleagues whether to make an editor, a reviewer and a second terminologist, too
   */
  public record Claim(
      String code,
      String login,
      String displayName,
      String office,
      String password,
      boolean colleagues) {

    @Override
    public String toString() {
      return "Claim[login=" + login + "]";
    }
  }

  /**
   * What a claim has made.
   *
   * @param colleagues with the passwords that the server has thought up, shown once
   */
  public record Claimed(Account administrator, List<Issued> colleagues) {

    public Claimed {
      colleagues = List.copyOf(colleagues);
    }
  }

  /** Whether a password has the length of one; {@link #claim} refuses those easily guessed. */
  public static boolean isPassword(String password) {
    return NewPassword.isFit(password);
  }

  /** Whether nobody has an account yet. Cheap once somebody has: accounts are never deleted. */
  public boolean isOpen() {
    if (!over) {
      over = database.jdbi().withHandle(FirstRun::hasAccounts);
    }
    return !over;
  }

  private static boolean hasAccounts(Handle handle) {
    return handle
        .createQuery("select 1 from account limit 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** A new code, to be printed on the console; empty when somebody has an account. */
  public Optional<String> offer() {
    if (!isOpen()) {
      return Optional.empty();
    }
    String code = Secrets.random();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("delete from setup_code where expires_at < ?", now());
              handle.execute(
                  "insert into setup_code (digest, expires_at) values (?, ?)",
                  Secrets.digest(code),
                  now().plus(LIFE));
            });
    return Optional.of(code);
  }

  /**
   * Makes the first administrator, and the first colleagues if that is wanted.
   *
   * @throws GatewayException {@code wrong-credentials} for a code that is wrong, used or too old;
   *     {@code too-many-requests} after ten of them; {@code invalid-request} for what no account
   *     can be; {@code guessable-password}
   */
  public Claimed claim(Claim claim) {
    limiter.requireFree(LIMITED);
    Login login = new Login(claim.login());
    AccountForm form = AccountForm.of(claim.displayName(), claim.office(), ROLES);
    NewPassword password =
        NewPassword.chosen(
            claim.password(), login.name(), form.displayName(), form.office().name());
    PasswordHash hash = PasswordHash.of(password.text(), cost);
    Claimed claimed =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  takeCode(handle, claim.code());
                  Account administrator = insert(handle, login, form, hash);
                  return new Claimed(
                      administrator,
                      claim.colleagues() ? colleagues(handle, login, form.office()) : List.of());
                });
    limiter.succeeded(LIMITED);
    return claimed;
  }

  /** Holds all codes until the transaction ends, so that of two claims one comes too late. */
  private void takeCode(Handle handle, String code) {
    List<String> good =
        handle
            .createQuery("select digest from setup_code where expires_at >= :now for update")
            .bind("now", now())
            .mapTo(String.class)
            .list();
    if (!good.contains(Secrets.digest(code)) || hasAccounts(handle)) {
      limiter.failed(LIMITED);
      throw new GatewayException(
          ErrorCode.WRONG_CREDENTIALS, "code: wrong, used or too old (expected: the console's)");
    }
    handle.execute("delete from setup_code");
  }

  /**
   * Makes the administrator of a desk that starts without a person at hand; does nothing when
   * somebody has an account.
   *
   * @throws GatewayException {@code invalid-request} for a password that is too short or too long,
   *     {@code guessable-password}
   */
  public void administer(Office office, String password) {
    if (isOpen()) {
      NewPassword chosen = NewPassword.chosen(password, LOGIN, DISPLAY_NAME, office.name());
      PasswordHash hash = PasswordHash.of(chosen.text(), cost);
      AccountForm form = new AccountForm(DISPLAY_NAME, office, ROLES);
      database.jdbi().useTransaction(handle -> insert(handle, new Login(LOGIN), form, hash));
    }
  }

  private List<Issued> colleagues(Handle handle, Login administrator, Office office) {
    List<Issued> made = new ArrayList<>();
    for (FirstColleague colleague : FirstColleague.values()) {
      if (!colleague.login().equals(administrator.name())) {
        NewPassword password = NewPassword.random();
        AccountForm form =
            new AccountForm(colleague.displayName(), office, Set.of(colleague.role()));
        Account account =
            insert(
                handle, new Login(colleague.login()), form, PasswordHash.of(password.text(), cost));
        made.add(new Issued(account, password.text()));
      }
    }
    return made;
  }

  private Account insert(Handle handle, Login login, AccountForm form, PasswordHash hash) {
    Account account =
        new Account(
            UUID.randomUUID(), login.name(), form.displayName(), form.office(), form.roles());
    new AccountRow(account, hash).insert(handle, now());
    AccountTable.append(
        handle, account.id(), "account-made", form.displayName(), now(), Map.of("first", true));
    return account;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
