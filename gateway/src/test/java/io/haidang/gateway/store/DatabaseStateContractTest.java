package io.haidang.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.haidang.gateway.store.DatabaseState.Condition;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of a database without touching it. */
@OnEveryDatabase
class DatabaseStateContractTest {

  private final TestDatabase store;

  DatabaseStateContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void state_ofOneInOrder_isReachedUpToDateAndOnTime() {
    DatabaseState state = state(Clock.systemUTC());
    assertThat(state.condition()).isEqualTo(Condition.REACHED);
    assertThat(state.pending()).isZero();
    assertThat(state.product()).isNotEmpty();
    assertThat(state.skew().abs()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void state_seenFromAMachineWhoseClockIsFast_tellsByHowMuch() {
    DatabaseState state = state(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3)));
    assertThat(state.skew()).isBetween(Duration.ofSeconds(-185), Duration.ofSeconds(-175));
  }

  private DatabaseState state(Clock clock) {
    HikariDataSource pool = (HikariDataSource) store.database().dataSource();
    return DatabaseState.of(pool.getJdbcUrl(), pool.getUsername(), "", clock);
  }
}
