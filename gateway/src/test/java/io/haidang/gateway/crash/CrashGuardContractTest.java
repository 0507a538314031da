package io.haidang.gateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A guard of its own stands for each process; an attempt that nobody closes, for its death. */
@OnEveryDatabase
class CrashGuardContractTest {

  private final UUID poison = UUID.randomUUID();
  private final UUID innocent = UUID.randomUUID();
  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;

  CrashGuardContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  @Provokes(ErrorCode.WORKER_CRASHED)
  void begin_afterThreeDeaths_isRefusedUntilItIsForgotten() {
    dieOf(poison);
    dieOf(poison);
    dieOf(poison);

    GatewayException refused = Provoked.by(() -> begin(process(), poison));
    assertThat(refused.code()).isEqualTo(ErrorCode.WORKER_CRASHED);
    assertThat(refused).hasMessageContaining("begun 3 times");

    database.jdbi().useHandle(handle -> CrashGuard.forget(handle, poison));
    dieOf(poison);
    begin(process(), poison).close();
  }

  @Test
  void begin_afterAnEndOfAnyKind_countsAnew() {
    dieOf(poison);
    dieOf(poison);
    begin(process(), poison).close();
    dieOf(poison);
    dieOf(poison);

    begin(process(), poison).close();
  }

  @Test
  void begin_ofWhatGetsOnBetweenDeaths_isNeverRefused() {
    for (int death = 0; death < 2 * CrashGuard.DEATHS; death++) {
      Attempt attempt = begin(process(), innocent);
      database.jdbi().useHandle(attempt::gotOn);
    }

    begin(process(), innocent).close();
  }

  @Test
  void begin_ofTwoThatWereUnderWayTogether_isOneAfterTheOther() {
    CrashGuard first = process();
    begin(first, poison);
    begin(first, innocent);
    CrashGuard second = process();

    Attempt suspect = begin(second, poison);
    assertThat(second.begin(innocent, Duration.ZERO)).isEmpty();
    assertThat(second.begin(UUID.randomUUID(), Duration.ZERO)).isPresent();
    suspect.close();
    assertThat(second.begin(innocent, Duration.ZERO)).isPresent();
  }

  @Test
  void begin_ofASuspectWhileAnotherHasGotOn_needsNotWait() {
    CrashGuard first = process();
    begin(first, poison);
    begin(first, innocent);
    CrashGuard second = process();

    Attempt suspect = begin(second, innocent);
    database.jdbi().useHandle(suspect::gotOn);
    Attempt other = begin(second, poison);
    suspect.close();
    assertThat(second.begin(innocent, Duration.ZERO)).as("not suspicious any more").isPresent();
    other.close();
  }

  /** Whichever begins first after each death, only one of them is set aside. */
  @Test
  void innocent_besideWhatKillsTheProcess_isNotSetAside() {
    CrashGuard first = process();
    begin(first, innocent);
    begin(first, poison);
    for (int death = 1; death < CrashGuard.DEATHS; death++) {
      CrashGuard next = process();
      begin(next, poison);
      assertThat(next.begin(innocent, Duration.ZERO)).isEmpty();
    }
    CrashGuard last = process();

    Provoked.by(() -> begin(last, poison));
    begin(last, innocent).close();
  }

  private CrashGuard process() {
    return new CrashGuard(database, clock);
  }

  private void dieOf(UUID work) {
    begin(process(), work);
  }

  private static Attempt begin(CrashGuard guard, UUID work) {
    return guard.begin(work, Duration.ZERO).orElseThrow();
  }
}
