package io.haidang.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.AccountDesk.Issued;
import io.haidang.gateway.auth.Sessions.WebSession;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts as an administrator keeps them, on every database. */
@OnEveryDatabase
class AccountDeskContractTest {

  private static final AccountForm EDITOR =
      new AccountForm("Nguyễn Thị Lan", Office.FIRST, Set.of(Role.EDITOR));

  private final SettableClock clock = new SettableClock();
  private final TestDatabase database;
  private final Accounts accounts;
  private final Sessions sessions;
  private final AccountDesk desk;
  private final Account admin;

  AccountDeskContractTest(TestDatabase.Kind kind) {
    database = TestDatabase.open(kind);
    accounts = new Accounts(database.database(), clock, TestAccount.CHEAP);
    sessions = new Sessions(database.database(), accounts, clock);
    desk = accounts.desk();
    admin = accounts.create("admin", "Quản trị", Office.FIRST, "secret", Set.of(Role.ADMIN));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void account_made_signsInWithThePasswordThatWasShown() {
    Issued issued = desk.create(" Lan.Nguyen ", EDITOR, admin);

    assertThat(accounts.signIn("lan.nguyen", issued.password())).isEqualTo(issued.account());
    assertThat(issued.toString()).doesNotContain(issued.password());
    assertThat(desk.events(issued.account().id(), admin))
        .extracting(AccountEvent::type)
        .containsExactly("account-made");
    assertThat(desk.events(issued.account().id(), admin).toString())
        .doesNotContain(issued.password());
  }

  @Test
  @Provokes(ErrorCode.LOGIN_TAKEN)
  void login_ofAnotherAccountOrAClosedOne_isTaken() {
    Issued lan = desk.create("lan", EDITOR, admin);
    desk.close(lan.account().id(), admin);

    assertThat(Provoked.by(() -> desk.create("LAN", EDITOR, admin)).code())
        .isEqualTo(ErrorCode.LOGIN_TAKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "lan nguyen", "lân", "-lan", "a\u0000", "../lan", "а"})
  @Provokes(ErrorCode.INVALID_REQUEST)
  void login_thatCannotBeTypedEverywhere_isRefused(String login) {
    assertThat(Provoked.by(() -> desk.create(login, EDITOR, admin)).code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void account_closed_opensNothing() {
    Issued lan = desk.create("lan", EDITOR, admin);
    UUID id = lan.account().id();
    WebSession session = sessions.start(accounts.signIn("lan", lan.password()));
    String key = accounts.createApiKey(id, "cms");

    assertThat(desk.close(id, admin).isOpen()).isFalse();

    assertThat(sessions.find(session.token())).isEmpty();
    assertThat(accounts.apiKeys().find(key)).isEmpty();
    assertThat(Provoked.by(() -> accounts.signIn("lan", lan.password())).code())
        .isEqualTo(ErrorCode.WRONG_CREDENTIALS);
  }

  @Test
  void account_openedAgain_signsInButItsKeysStayRevoked() {
    Issued lan = desk.create("lan", EDITOR, admin);
    UUID id = lan.account().id();
    String key = accounts.createApiKey(id, "cms");
    desk.close(id, admin);

    assertThat(desk.reopen(id, admin).isOpen()).isTrue();

    assertThat(accounts.signIn("lan", lan.password()).id()).isEqualTo(id);
    assertThat(accounts.apiKeys().find(key)).isEmpty();
  }

  @Test
  void account_changed_isSoWithTheNextRequest() {
    Issued lan = desk.create("lan", EDITOR, admin);
    WebSession session = sessions.start(lan.account());
    AccountForm reviewer = new AccountForm("Lan", new Office("Sở Ngoại vụ"), Set.of(Role.REVIEWER));

    desk.change(lan.account().id(), reviewer, admin);

    Account now = sessions.find(session.token()).orElseThrow().account();
    assertThat(now.roles()).containsExactly(Role.REVIEWER);
    assertThat(now.office()).isEqualTo(new Office("Sở Ngoại vụ"));
    assertThat(now.displayName()).isEqualTo("Lan");
  }

  @Test
  @Provokes(ErrorCode.LAST_ADMINISTRATOR)
  void lastAdministrator_neitherLeavesNorLosesTheRole() {
    assertThat(Provoked.by(() -> desk.close(admin.id(), admin)).code())
        .isEqualTo(ErrorCode.LAST_ADMINISTRATOR);
    assertThat(Provoked.by(() -> desk.change(admin.id(), EDITOR, admin)).code())
        .isEqualTo(ErrorCode.LAST_ADMINISTRATOR);

    AccountForm keeper = new AccountForm("Hai", Office.FIRST, Set.of(Role.ADMIN));
    Account second = desk.create("hai", keeper, admin).account();

    assertThat(desk.close(admin.id(), second).isOpen()).isFalse();
  }

  @Test
  void password_renewed_isTheOnlyOneAndEndsSessions() {
    Issued lan = desk.create("lan", EDITOR, admin);
    WebSession session = sessions.start(lan.account());

    Issued renewed = desk.renewPassword(lan.account().id(), admin);

    assertThat(sessions.find(session.token())).isEmpty();
    assertThat(accounts.signIn("lan", renewed.password()).login()).isEqualTo("lan");
    assertThat(Provoked.by(() -> accounts.signIn("lan", lan.password())).code())
        .isEqualTo(ErrorCode.WRONG_CREDENTIALS);
  }

  @Test
  void ownPassword_isChangedByWhoKnowsThePresentOne() {
    Issued lan = desk.create("lan", EDITOR, admin);
    String wanted = "một câu dài dễ nhớ";

    assertThat(
            Provoked.by(() -> desk.changeOwnPassword(lan.account(), "wrong password", wanted))
                .code())
        .isEqualTo(ErrorCode.WRONG_CREDENTIALS);
    assertThat(
            Provoked.by(() -> desk.changeOwnPassword(lan.account(), lan.password(), "ngắn")).code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
    for (String easy : List.of("qwertyuiop123456", "HaiDang@2026!", "Lan-Lan-Lan-1")) {
      assertThat(
              Provoked.by(() -> desk.changeOwnPassword(lan.account(), lan.password(), easy)).code())
          .isEqualTo(ErrorCode.GUESSABLE_PASSWORD);
    }
    desk.changeOwnPassword(lan.account(), lan.password(), wanted);

    assertThat(accounts.signIn("lan", wanted).login()).isEqualTo("lan");
  }

  @Test
  @Provokes({ErrorCode.NOT_PERMITTED, ErrorCode.NOT_FOUND})
  void accounts_areKeptByAdministratorsAlone() {
    Account lan = desk.create("lan", EDITOR, admin).account();

    assertThat(Provoked.by(() -> desk.list(lan)).code()).isEqualTo(ErrorCode.NOT_PERMITTED);
    assertThat(Provoked.by(() -> desk.renewPassword(admin.id(), lan)).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
    assertThat(Provoked.by(() -> desk.close(UUID.randomUUID(), admin)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }
}
