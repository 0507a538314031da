package io.haidang.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.models.remote.UsageRecorder.Outcome;
import io.haidang.models.remote.UsageRecorder.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The books of provider calls, on every database. */
@OnEveryDatabase
class UsageBooksContractTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final UsageBooks books;

  UsageBooksContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    books = new UsageBooks(store.database(), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void report_byEachColumn_addsUpAndPutsTheDearestFirst() {
    books.record(usage("a", "small", "lan", 100, 10, 50, Outcome.ANSWERED));
    books.record(usage("a", "large", "minh", 200, 20, 900, Outcome.ANSWERED));
    books.record(usage("b", "large", "lan", 0, 0, 0, Outcome.OVERLOADED));

    assertThat(report(UsageReport.Column.PROVIDER).lines())
        .containsExactly(
            new UsageReport.Line("a", 2, 0, 300, 30, 950, 80),
            new UsageReport.Line("b", 1, 1, 0, 0, 0, 40));
    assertThat(names(UsageReport.Column.MODEL)).containsExactly("large", "small");
    assertThat(names(UsageReport.Column.ACCOUNT)).containsExactly("minh", "lan");
    assertThat(report(UsageReport.Column.MODEL).total())
        .isEqualTo(new UsageReport.Line("total", 3, 1, 300, 30, 950, 120));
    assertThat(report(UsageReport.Column.MODEL).total().averageMillis()).isEqualTo(40);
  }

  @Test
  void report_days_areThoseOfUtcWithBothEnds() {
    clock.tick(Duration.between(clock.instant(), DAY.atStartOfDay().toInstant(ZoneOffset.UTC)));
    books.record(usage("first", "m", "lan", 1, 1, 1, Outcome.ANSWERED));
    clock.tick(Duration.ofDays(1).minusMillis(1));
    books.record(usage("last", "m", "lan", 1, 1, 1, Outcome.ANSWERED));
    clock.tick(Duration.ofMillis(1));
    books.record(usage("next", "m", "lan", 1, 1, 1, Outcome.ANSWERED));

    assertThat(names(UsageReport.Column.PROVIDER)).containsExactly("first", "last");
    assertThat(books.report(DAY.plusDays(1), DAY.plusDays(1), UsageReport.Column.PROVIDER).lines())
        .extracting(UsageReport.Line::name)
        .containsExactly("next");
  }

  @Test
  void health_tellsTheLastCallOfEachKindAndTodaysPace() {
    books.record(usage("a", "m", "lan", 1, 1, 1, Outcome.ANSWERED));
    clock.tick(Duration.ofDays(2));
    books.record(usage("a", "m", "lan", 1, 1, 1, Outcome.ANSWERED));
    Instant answered = clock.instant();
    clock.tick(Duration.ofMinutes(1));
    books.record(usage("a", "m", "lan", 0, 0, 0, Outcome.OVERLOADED));

    ProviderHealth health = books.health().getOrDefault("a", ProviderHealth.UNKNOWN);

    assertThat(health).isEqualTo(new ProviderHealth(answered, clock.instant(), 40L));
    assertThat(health.status()).isEqualTo(ProviderHealth.Status.FAILS);
    clock.tick(Duration.ofDays(31));
    assertThat(books.health()).isEmpty();
  }

  @Test
  void report_emptyPeriod_isATotalOfNothing() {
    assertThat(report(UsageReport.Column.PROVIDER).total())
        .isEqualTo(new UsageReport.Line("total", 0, 0, 0, 0, 0, 0));
    assertThat(report(UsageReport.Column.PROVIDER).total().averageMillis()).isZero();
  }

  @Test
  void record_whatTheTableCannotTake_doesNotThrow() {
    books.record(usage("a", "m".repeat(500), "lan", 1, 1, 1, Outcome.ANSWERED));
    assertThat(report(UsageReport.Column.PROVIDER).lines()).isEmpty();
  }

  private UsageReport report(UsageReport.Column by) {
    return books.report(DAY, DAY, by);
  }

  private List<String> names(UsageReport.Column by) {
    return report(by).lines().stream().map(UsageReport.Line::name).toList();
  }

  private static Usage usage(
      String provider,
      String model,
      String account,
      long input,
      long output,
      long cost,
      Outcome outcome) {
    return new Usage(provider, model, account, "work", input, output, cost, 40, outcome);
  }
}
