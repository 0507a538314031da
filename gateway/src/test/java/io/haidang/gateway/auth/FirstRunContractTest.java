package io.haidang.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.FirstRun.Claim;
import io.haidang.gateway.auth.FirstRun.Claimed;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who becomes the first administrator, on every database. */
@OnEveryDatabase
class FirstRunContractTest {

  private static final String PASSWORD = "một câu dài dễ nhớ";

  private final SettableClock clock = new SettableClock();
  private final TestDatabase database;
  private final Accounts accounts;
  private final FirstRun firstRun;

  FirstRunContractTest(TestDatabase.Kind kind) {
    database = TestDatabase.open(kind);
    accounts = new Accounts(database.database(), clock, TestAccount.CHEAP);
    firstRun = accounts.firstRun();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Claim claim(String code, boolean colleagues) {
    return new Claim(code, "Chi", "Vũ Chi", "Sở Ngoại vụ", PASSWORD, colleagues);
  }

  private ErrorCode refusal(Claim claim) {
    return Provoked.by(() -> firstRun.claim(claim)).code();
  }

  @Test
  void code_ofTheConsole_makesTheAdministratorOnce() {
    String code = firstRun.offer().orElseThrow();

    Claimed claimed = firstRun.claim(claim(code, false));

    assertThat(accounts.signIn("chi", PASSWORD)).isEqualTo(claimed.administrator());
    assertThat(claimed.administrator().roles()).contains(Role.ADMIN);
    assertThat(claimed.administrator().office()).isEqualTo(new Office("Sở Ngoại vụ"));
    assertThat(claimed.colleagues()).isEmpty();
    assertThat(refusal(claim(code, false))).isEqualTo(ErrorCode.WRONG_CREDENTIALS);
    assertThat(firstRun.isOpen()).isFalse();
    assertThat(firstRun.offer()).isEmpty();
  }

  @Test
  void colleagues_wanted_areMadeWithPasswordsOfTheirOwn() {
    Claimed claimed = firstRun.claim(claim(firstRun.offer().orElseThrow(), true));

    assertThat(claimed.colleagues()).hasSize(3);
    claimed
        .colleagues()
        .forEach(
            issued ->
                assertThat(accounts.signIn(issued.account().login(), issued.password()))
                    .isEqualTo(issued.account()));
    assertThat(accounts.desk().events(claimed.administrator().id(), claimed.administrator()))
        .extracting(AccountEvent::type)
        .containsExactly("account-made");
  }

  @Test
  void code_afterTwoHours_opensNothing() {
    String code = firstRun.offer().orElseThrow();
    clock.tick(FirstRun.LIFE.plus(Duration.ofSeconds(1)));

    assertThat(refusal(claim(code, false))).isEqualTo(ErrorCode.WRONG_CREDENTIALS);
    assertThat(firstRun.isOpen()).isTrue();
  }

  @Test
  void code_onceSomebodyHasAnAccount_opensNothing() {
    String code = firstRun.offer().orElseThrow();
    accounts.createFirstAccounts(Office.FIRST);

    assertThat(refusal(claim(code, false))).isEqualTo(ErrorCode.WRONG_CREDENTIALS);
    assertThat(accounts.findByLogin("chi")).isEmpty();
  }

  @Test
  void codes_tenWrongOnes_makeEverybodyWait() {
    String code = firstRun.offer().orElseThrow();
    for (int i = 0; i < 10; i++) {
      assertThat(refusal(claim("guess " + i, false))).isEqualTo(ErrorCode.WRONG_CREDENTIALS);
    }

    assertThat(refusal(claim(code, false))).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);

    clock.tick(Duration.ofMinutes(16));
    assertThat(firstRun.claim(claim(code, false)).administrator().login()).isEqualTo("chi");
  }

  @Test
  void password_tooShort_leavesTheCodeGood() {
    String code = firstRun.offer().orElseThrow();
    Claim shortOne = new Claim(code, "chi", "Vũ Chi", "Sở Ngoại vụ", "ngắn", false);

    assertThat(refusal(shortOne)).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(firstRun.claim(claim(code, false)).administrator().login()).isEqualTo("chi");
    assertThat(shortOne.toString()).doesNotContain("ngắn").doesNotContain(code);
  }

  @Test
  void claims_atTheSameTimeWithTheCodesOfTwoNodes_makeOneAdministrator() throws Exception {
    List<String> codes = List.of(firstRun.offer().orElseThrow(), firstRun.offer().orElseThrow());
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<Claimed>> claims =
          codes.stream().map(code -> pool.submit(() -> firstRun.claim(claim(code, true)))).toList();
      assertThat(claims.stream().filter(FirstRunContractTest::succeeded)).hasSize(1);
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean succeeded(Future<Claimed> claim) {
    try {
      return claim.get() != null;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Provokes(ErrorCode.GUESSABLE_PASSWORD)
  void claim_withAPasswordThatIsEasilyGuessed_isRefusedAndKeepsTheCode() {
    String code = firstRun.offer().orElseThrow();

    for (String easy : List.of("password1234", "VuChi@01011990", "Sở Ngoại vụ 2026")) {
      assertThat(refusal(new Claim(code, "Chi", "Vũ Chi", "Sở Ngoại vụ", easy, false)))
          .isEqualTo(ErrorCode.GUESSABLE_PASSWORD);
    }
    assertThat(firstRun.claim(claim(code, false)).administrator().login()).isEqualTo("chi");
  }

  @Test
  void administrator_ofASettingThatIsEasilyGuessed_isNotMade() {
    assertThat(
            Provoked.by(() -> firstRun.administer(new Office("Sở Nội vụ"), "Sở Nội vụ 2026"))
                .code())
        .isEqualTo(ErrorCode.GUESSABLE_PASSWORD);
    assertThat(firstRun.isOpen()).isTrue();
  }

  @Test
  void administrator_ofASetting_isMadeOnAnEmptyDatabaseAlone() {
    firstRun.administer(Office.FIRST, PASSWORD);
    firstRun.administer(Office.FIRST, "ein anderes Passwort");

    assertThat(accounts.signIn("admin", PASSWORD).has(Role.ADMIN)).isTrue();
    assertThat(firstRun.offer()).isEmpty();
  }
}
