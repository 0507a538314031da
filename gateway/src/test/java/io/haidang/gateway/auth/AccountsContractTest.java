package io.haidang.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Accounts.FirstAccount;
import io.haidang.gateway.testing.CapturedLog;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts, passwords and keys on every database. */
@OnEveryDatabase
class AccountsContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase database;
  private final Accounts accounts;

  AccountsContractTest(TestDatabase.Kind kind) {
    database = TestDatabase.open(kind);
    accounts = new Accounts(database.database(), clock, TestAccount.CHEAP);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void account_created_signsInUnderAnyCaseOfItsName() {
    Account made =
        accounts.create(
            "Lan",
            "Nguyễn Thị Lan",
            Office.FIRST,
            "mật khẩu dài",
            Set.of(Role.EDITOR, Role.REVIEWER));

    assertThat(accounts.signIn(" LAN ", "mật khẩu dài")).isEqualTo(made);
    assertThat(accounts.find(made.id())).contains(made);
    assertThat(made.office()).isEqualTo(Office.FIRST);
  }

  @Test
  void password_unlessToldOtherwise_isAsDearAsItShouldBe() {
    new Accounts(database.database(), clock)
        .create("lan", "Lan", Office.FIRST, "lâu", Set.of(Role.EDITOR));

    assertThat(stored()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void signIn_passwordOfTheTimeBeforeArgon2_isTakenAndKeptAnew() {
    accounts.create("lan", "Lan", Office.FIRST, "unused", Set.of(Role.EDITOR));
    store("1000$AAECAwQFBgcICQoLDA0ODw==$3AenIbQI4degIsMfAQtIAJEWDp0dDoNslPzmkwnOuqM=");

    accounts.signIn("lan", "mật khẩu dài");

    assertThat(stored()).startsWith("$argon2id$");
    accounts.signIn("lan", "mật khẩu dài");
  }

  @Test
  void signIn_passwordOfAnotherCost_isKeptAtThePresentOne() {
    new Accounts(database.database(), clock, new PasswordCost(8, 1))
        .create("lan", "Lan", Office.FIRST, "mật khẩu dài", Set.of(Role.EDITOR));

    accounts.signIn("lan", "mật khẩu dài");

    assertThat(stored()).contains("m=64,t=1");
    String kept = stored();
    accounts.signIn("lan", "mật khẩu dài");
    assertThat(stored()).isEqualTo(kept);
  }

  @Test
  void signIn_lettersInParts_areThoseOfThePassword() {
    accounts.create("lan", "Lan", Office.FIRST, "mật khẩu dài", Set.of(Role.EDITOR));

    String parts = Normalizer.normalize("mật khẩu dài", Normalizer.Form.NFD);
    assertThat(accounts.signIn("lan", parts).login()).isEqualTo("lan");
  }

  private String stored() {
    return database
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select password_hash from account").mapTo(String.class).one());
  }

  private void store(String hash) {
    database
        .database()
        .jdbi()
        .useHandle(h -> h.execute("update account set password_hash = ?", hash));
  }

  @Test
  @Provokes(ErrorCode.WRONG_CREDENTIALS)
  void signIn_wrongPassword_saysNoMoreThanForAnUnknownName() {
    Account lan = accounts.create("lan", "Lan", Office.FIRST, "right", Set.of(Role.EDITOR));
    try (CapturedLog log = new CapturedLog()) {
      log.keepSecret("a-wrong-password");
      log.keepSecret("password-for-name");
      var wrong = Provoked.by(() -> accounts.signIn("lan", "a-wrong-password"));
      var unknown = Provoked.by(() -> accounts.signIn("password-for-name", "a-wrong-password"));

      assertThat(wrong.code()).isEqualTo(unknown.code()).isEqualTo(ErrorCode.WRONG_CREDENTIALS);
      assertThat(wrong.getMessage())
          .isEqualTo(unknown.getMessage())
          .doesNotContain("lan", "a-wrong");
      assertThat(log.lines())
          .anyMatch(line -> line.contains("sign-in refused: " + lan.id()))
          .anyMatch(line -> line.contains("sign-in refused: unknown name"));
      log.assertKeptSecrets();
    }
  }

  @Test
  @SuppressWarnings("try") // The turns are only held.
  void signIn_unknownName_takesAsLong() throws InterruptedException {
    Thread stranger = new Thread(() -> Provoked.by(() -> accounts.signIn("nobody", "wrong")));
    try (PasswordTurns none = new PasswordTurns()) {
      stranger.start();
      await().until(() -> PasswordTurns.waiting() == 1);
    }
    stranger.join();
  }

  @Test
  void signIn_nameThatIsPartOfAStatement_isUnknown() {
    accounts.create("lan", "Lan", Office.FIRST, "right", Set.of(Role.EDITOR));

    for (String name : List.of("nobody' or login = 'lan", "lan' --", "'")) {
      assertThat(Provoked.by(() -> accounts.signIn(name, "right")).code())
          .isEqualTo(ErrorCode.WRONG_CREDENTIALS);
    }
  }

  @Test
  @Provokes(ErrorCode.TOO_MANY_REQUESTS)
  void signIn_afterTenFailures_waitsAQuarterOfAnHour() {
    accounts.create("lan", "Lan", Office.FIRST, "right", Set.of(Role.EDITOR));
    for (int i = 0; i < 10; i++) {
      assertThat(Provoked.by(() -> accounts.signIn("lan", "wrong")).code())
          .isEqualTo(ErrorCode.WRONG_CREDENTIALS);
    }

    assertThat(Provoked.by(() -> accounts.signIn("lan", "right")).code())
        .isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
    clock.tick(Duration.ofMinutes(15));
    assertThat(accounts.signIn("lan", "right").login()).isEqualTo("lan");
  }

  @Test
  void key_created_namesItsAccountUntilRevoked() {
    Account cms = accounts.create("cms", "CMS", Office.FIRST, "unused", Set.of(Role.EDITOR));
    String key = accounts.createApiKey(cms.id(), "website");

    assertThat(accounts.apiKeys().find(key).map(ApiKey::account)).contains(cms);
    assertThat(accounts.apiKeys().find(key + "x")).isEmpty();
    assertThat(accounts.apiKeys().list())
        .singleElement()
        .satisfies(
            listed -> {
              assertThat(listed.key().account().login()).isEqualTo("cms");
              assertThat(listed.key().name()).isEqualTo("website");
              assertThat(listed.createdAt()).isEqualTo(clock.instant());
              assertThat(listed.revokedAt()).isNull();
            });

    assertThat(accounts.apiKeys().revoke("cms", "website")).isEqualTo(1);
    assertThat(accounts.apiKeys().find(key)).isEmpty();
    assertThat(accounts.apiKeys().list().get(0).revokedAt()).isEqualTo(clock.instant());
    assertThat(accounts.apiKeys().revoke("cms", "website")).isZero();
  }

  @Test
  void firstAccounts_areMadeOnceAndHoldTheirPasswords() {
    List<FirstAccount> first = accounts.createFirstAccounts(Office.FIRST);

    assertThat(first)
        .extracting(made -> made.account().login())
        .containsExactly("admin", "editor", "reviewer", "terminologist");
    assertThat(accounts.createFirstAccounts(Office.FIRST)).isEmpty();
    FirstAccount editor = first.get(1);
    assertThat(accounts.signIn("editor", editor.password())).isEqualTo(editor.account());
  }
}
