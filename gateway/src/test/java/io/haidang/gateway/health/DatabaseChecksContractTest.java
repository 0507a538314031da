package io.haidang.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DatabaseChecksContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final DatabaseChecks checks;

  DatabaseChecksContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    checks = new DatabaseChecks(database, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void database_thatIsClosed_isDown() {
    assertThat(checks.answers().status()).isEqualTo(HealthStatus.UP);
    database.close();
    assertThat(checks.answers().reason()).isEqualTo("database-unreachable");
  }

  @Test
  void jobs_notTakenUp_areDown() {
    assertThat(checks.jobs(true).status()).isEqualTo(HealthStatus.UP);
    assertThat(checks.jobs(false).reason()).isEqualTo("jobs-stopped");
  }

  @Test
  void jobs_withoutASignOfLife_areDegraded() {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into scheduled_tasks (task_name, task_instance, execution_time,"
                            + " picked, last_heartbeat, version)"
                            + " values ('translate', 'x', :now, true, :now, 1)")
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute());
    assertThat(checks.jobs(true).status()).isEqualTo(HealthStatus.UP);
    clock.tick(Duration.ofMinutes(2));
    assertThat(checks.jobs(true).reason()).isEqualTo("jobs-silent");
    assertThat(checks.jobs(true).details()).containsEntry("silent", 1L);
  }

  @Test
  void deliveries_noneGivenUp_areUp() {
    assertThat(checks.deliveries().status()).isEqualTo(HealthStatus.UP);
  }
}
