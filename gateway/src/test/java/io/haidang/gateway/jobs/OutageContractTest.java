package io.haidang.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Waiting;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.ModelException;
import io.haidang.translation.review.TargetState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Engines that are busy or away, on a clock that stands still until it is moved. */
@OnEveryDatabase
class OutageContractTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SHORTEST = Duration.ofMillis(20);
  private static final TermEnforcer TERMS = new TermEnforcer(Glossary.starter());

  private final SettableClock clock = new SettableClock();
  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase store;
  private final Database database;
  private final AtomicReference<Optional<RuntimeException>> fault =
      new AtomicReference<>(Optional.empty());
  private final UnsteadyTranslator engine = new UnsteadyTranslator(call -> fault.get());
  private final TranslationJobs jobs;
  private final TargetRun run;

  OutageContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    run = Runs.of(database, text -> engine, () -> TERMS, clock);
    jobs = new TranslationJobs(vertx, database, run, clock, 1, SHORTEST);
  }

  @BeforeEach
  void start() {
    result(vertx.deployVerticle(new TranslationWorker(run, 1)));
    jobs.start();
  }

  @AfterEach
  void close() {
    jobs.close();
    result(vertx.close());
    store.close();
  }

  @Test
  void job_engineAsksForAPause_waitsThatLongAndNoLonger() {
    fault.set(busy(Duration.ofSeconds(90)));
    Instant start = clock.instant();
    UUID id = submit();

    await().atMost(PATIENCE).until(() -> executionTime(id).equals(start.plusSeconds(90)));
    Target waiting = target(id);
    assertThat(waiting.state()).isEqualTo(TargetState.MACHINE);
    assertThat(waiting.waiting())
        .isEqualTo(new Waiting("overloaded: queue: full", start, start.plusSeconds(90)));
    assertThat(engine.calls()).isEqualTo(1);

    fault.set(Optional.empty());
    clock.tick(Duration.ofSeconds(90));
    awaitState(id, TargetState.IN_REVIEW);
    assertThat(target(id).waiting()).isNull();
    assertThat(types(id)).contains("translation-waiting");
  }

  @Test
  void job_engineIsAway_outlastsMoreThanFiveTries() {
    fault.set(away());
    Instant start = clock.instant();
    UUID id = submit();

    for (int tries = 1; tries <= 12; tries++) {
      int calls = tries;
      await().atMost(PATIENCE).until(() -> engine.calls() == calls && isWaiting(id));
      Waiting waiting = Objects.requireNonNull(target(id).waiting());
      assertThat(waiting.since()).isEqualTo(start);
      clock.tick(Duration.between(clock.instant(), waiting.nextAttempt()));
    }
    fault.set(Optional.empty());
    clock.tick(OutagePolicy.LONGEST);
    awaitState(id, TargetState.IN_REVIEW);
  }

  @Test
  void job_engineIsAwayForADay_failsWithTheReason() {
    fault.set(away());
    UUID id = submit();
    await().atMost(PATIENCE).until(() -> isWaiting(id));

    clock.tick(OutagePolicy.PATIENCE);

    awaitState(id, TargetState.FAILED);
    assertThat(target(id).failure()).isEqualTo("engine-unavailable: provider: gone");
    assertThat(target(id).waiting()).isNull();
    assertThat(engine.calls()).isEqualTo(2);
  }

  @Test
  void job_engineRefuses_failsAtOnceWithTheReason() {
    fault.set(Optional.of(new ModelException.Refused("provider: status 401 (expected: a key)")));
    UUID id = submit();

    awaitState(id, TargetState.FAILED);
    assertThat(target(id).failure())
        .isEqualTo("engine-refused: provider: status 401 (expected: a key)");
    assertThat(engine.calls()).isEqualTo(1);
  }

  private static Optional<RuntimeException> busy(Duration pause) {
    return Optional.of(new ModelException.Overloaded("queue: full", pause));
  }

  private static Optional<RuntimeException> away() {
    return Optional.of(new ModelException.Unavailable("provider: gone"));
  }

  private UUID submit() {
    return Drafted.in(database, jobs, clock).submit("Tin", "Hội nghị kết thúc.", "en").get(0).id();
  }

  private Target target(UUID id) {
    return new ReviewDesk(database, () -> TERMS, unused -> {}, clock).target(id);
  }

  private Stream<String> types(UUID id) {
    return new ReviewDesk(database, () -> TERMS, unused -> {}, clock)
        .events(id).stream().map(Event::type);
  }

  private boolean isWaiting(UUID id) {
    return target(id).waiting() != null;
  }

  private void awaitState(UUID id, TargetState state) {
    await().atMost(PATIENCE).until(() -> target(id).state() == state);
  }

  /** When the job is due, or the epoch while it is under way. */
  private Instant executionTime(UUID id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select execution_time from scheduled_tasks"
                            + " where task_instance = :id and not picked")
                    .bind("id", id.toString())
                    .mapTo(OffsetDateTime.class)
                    .findOne())
        .map(OffsetDateTime::toInstant)
        .orElse(Instant.EPOCH);
  }

  private static <T> T result(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
