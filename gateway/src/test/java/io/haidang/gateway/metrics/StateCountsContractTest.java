package io.haidang.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.metrics.StateCounts.Queue;
import io.haidang.gateway.metrics.StateCounts.Snapshot;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class StateCountsContractTest {

  private final TestDatabase store;
  private final Database database;

  StateCountsContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void counts_ofAnEmptyDesk_areZero() {
    Snapshot now = new StateCounts(database).now();
    assertThat(now.targets("DRAFT")).isZero();
    assertThat(now.jobs(Queue.TRANSLATE)).isEqualTo(new StateCounts.Jobs(0, 0, 0, 0, 0));
  }

  @Test
  void counts_ofWorkThatWaits_tellItsStateAndHowLateItIs() {
    Drafted.in(database, target -> {}, Clock.systemUTC()).submit("Tin", "Xin chào.", "en", "ja");
    job("late", Duration.ofMinutes(-10), false);
    job("later", Duration.ofMinutes(10), false);
    job("running", Duration.ofMinutes(-20), true);

    Snapshot now = new StateCounts(database).now();
    assertThat(now.targets("DRAFT")).isEqualTo(2);
    StateCounts.Jobs jobs = now.jobs(Queue.TRANSLATE);
    assertThat(jobs.due()).isEqualTo(1);
    assertThat(jobs.later()).isEqualTo(1);
    assertThat(jobs.running()).isEqualTo(1);
    assertThat(jobs.retrying()).isEqualTo(3);
    assertThat(jobs.lateSeconds()).isBetween(600.0, 700.0);
  }

  private void job(String name, Duration from, boolean picked) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into scheduled_tasks (task_name, task_instance, execution_time,"
                            + " picked, consecutive_failures, version)"
                            + " values ('translate', :name, :at, :picked, 2, 1)")
                    .bind("name", name)
                    .bind("at", Instant.now().plus(from).atOffset(ZoneOffset.UTC))
                    .bind("picked", picked)
                    .execute());
  }
}
