package io.haidang.gateway.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.TargetState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log of events on every database. */
@OnEveryDatabase
class EventLogContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final EventLog events;
  private final UUID target;

  EventLogContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    events = new EventLog(clock);
    target = Drafted.in(database, id -> {}, clock).submit("Tin", "Xin chào.", "en").get(0).id();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void event_appended_isReadBackAfterThoseBefore() {
    clock.tick(Duration.ofMillis(1_234));
    append(
        target,
        "segment-edited",
        Map.of("index", 3, "before", "cũ \uD83D\uDE00", "after", "\"mới\""));

    List<Event> log = read();

    assertThat(log).extracting(Event::type).containsExactly(EventLog.CREATED, "segment-edited");
    Event last = log.get(1);
    assertThat(last.id()).isGreaterThan(log.get(0).id());
    assertThat(last.at()).isEqualTo(clock.instant());
    assertThat(last.actor()).isEqualTo("Lan");
    assertThat(last.data())
        .isEqualTo(Map.of("index", 3, "before", "cũ \uD83D\uDE00", "after", "\"mới\""));
  }

  @Test
  void state_appended_isNamedAsTheApiNamesIt() {
    database
        .jdbi()
        .useHandle(
            handle ->
                events.appendState(handle, target, TargetState.CHANGES_REQUESTED, "Lan", Map.of()));

    assertThat(read().get(1).type()).isEqualTo("target-changes-requested");
  }

  @Test
  void event_ofAnUnknownTarget_isRefusedByTheDatabase() {
    assertThatThrownBy(() -> append(UUID.randomUUID(), "segment-edited", Map.of()))
        .isInstanceOf(UnableToExecuteStatementException.class);
  }

  private void append(UUID of, String type, Map<String, ?> data) {
    database.jdbi().useHandle(handle -> events.append(handle, of, type, "Lan", data));
  }

  private List<Event> read() {
    return database.jdbi().withHandle(handle -> events.of(handle, target));
  }
}
