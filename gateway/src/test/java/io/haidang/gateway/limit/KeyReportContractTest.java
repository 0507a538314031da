package io.haidang.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.auth.NewApiKey;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.limit.KeyReport.By;
import io.haidang.gateway.limit.KeyReport.Line;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was taken and what it cost, on every database. */
@OnEveryDatabase
class KeyReportContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Accounts accounts;
  private final Account admin;
  private final Account port;
  private final KeyRegister register;

  KeyReportContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    accounts = new Accounts(store.database(), clock, TestAccount.CHEAP);
    admin = accounts.create("admin", "Admin", Office.FIRST, "unused", Set.of(Role.ADMIN));
    port = accounts.create("port", "Cảng", new Office("Cảng"), "unused", Set.of(Role.EDITOR));
    accounts.create("zoo", "Vườn thú", new Office("Vườn thú"), "unused", Set.of(Role.EDITOR));
    register = new KeyRegister(store.database(), accounts, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private ApiKey key(Account account, String name) {
    String secret = accounts.apiKeys().create(NewApiKey.of(account.id(), name));
    return accounts.apiKeys().find(secret).orElseThrow();
  }

  private void called(String account, String work, long cost) {
    store
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into provider_call (at, provider, model, account, work, input_tokens,"
                        + " output_tokens, cost_micros, latency_millis, outcome)"
                        + " values (?, 'p', 'm', ?, ?, 1, 1, ?, 1, 'answered')",
                    clock.instant().atOffset(ZoneOffset.UTC),
                    account,
                    work,
                    cost));
  }

  @Test
  void report_ofADay_hasEachKeyAndOfficeWithItsCost() {
    ApiKey portal = key(port, "portal");
    ApiKey wiki = key(port, "wiki");
    try (Allowances allowances = Allowances.open(store.database(), clock)) {
      allowances.know(List.of(portal, wiki));
      allowances.takeCharacters(portal, 10);
      allowances.takeCharacters(wiki, 30);
      allowances.takeDocument(wiki);
    }
    called("port", Allowances.work(portal), 7);
    called("port", "a draft", 100);
    called("zoo", "another draft", 5);

    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    assertThat(register.report(today, today, By.KEY, admin).lines())
        .containsExactly(
            new Line("wiki", "port", "Cảng", new KeyUse(0, 30, 1), 0, 0),
            new Line("portal", "port", "Cảng", new KeyUse(0, 10, 0), 1, 7));
    assertThat(register.report(today, today, By.OFFICE, admin).lines())
        .containsExactly(
            new Line("", "", "Cảng", new KeyUse(0, 40, 1), 2, 107),
            new Line("", "", "Vườn thú", KeyUse.NONE, 1, 5));
    assertThat(register.report(today.plusDays(1), today.plusDays(9), By.KEY, admin).lines())
        .isEmpty();
  }
}
