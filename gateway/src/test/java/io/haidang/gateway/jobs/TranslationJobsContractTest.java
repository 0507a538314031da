package io.haidang.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.CapturedLog;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.ModelException;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.pipeline.DocumentNames;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs on every database: whatever fails, nothing is lost and nothing is done twice. */
@OnEveryDatabase
class TranslationJobsContractTest {

  private static final int SEGMENTS = 20;
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final TermEnforcer STARTER = new TermEnforcer(Glossary.starter());

  private final Clock clock = Clock.systemUTC();
  private final Vertx vertx = Vertx.vertx();
  private final CapturedLog log = new CapturedLog();
  private final TestDatabase store;
  private final Database database;
  private final CountDownLatch reached = new CountDownLatch(1);

  TranslationJobsContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
  }

  @AfterEach
  void close() {
    result(vertx.close());
    log.assertKeptSecrets();
    log.close();
    store.close();
  }

  @Test
  void job_whoseEngineFailsTwice_isFinishedByTheThirdTry() {
    UnsteadyTranslator translator =
        new UnsteadyTranslator(call -> call <= 2 ? passing() : Optional.empty());
    try (TranslationJobs jobs = jobs(translator)) {
      UUID id = submit(jobs);

      awaitState(id, TargetState.IN_REVIEW);
      assertCompleteAndOnce(id);
      assertThat(types(id).filter(EventLog.STARTED::equals)).hasSize(3);
      await().atMost(PATIENCE).until(() -> waitingJobs() == 0);
    }
  }

  @Test
  void job_whoseEngineFailsInTheMiddle_goesOnWhereItWas() {
    UnsteadyTranslator translator =
        new UnsteadyTranslator(call -> call == 2 ? passing() : Optional.empty());
    try (TranslationJobs jobs = jobs(translator)) {
      UUID id = submit(jobs);

      awaitState(id, TargetState.IN_REVIEW);
      assertCompleteAndOnce(id);
      assertThat(translator.calls()).isEqualTo(4);
    }
  }

  @Test
  void targets_storedButNotScheduled_areFoundTheOldestFirst_andThoseWithAJobAreNot() {
    TargetRun run = run(new UnsteadyTranslator(call -> Optional.empty()));
    try (TranslationJobs jobs = new TranslationJobs(vertx, database, run, clock, 1, PAUSE)) {
      Drafted drafted = Drafted.in(database, target -> {}, clock);
      UUID scheduled = submit(drafted);
      UUID first = submit(drafted);
      UUID second = submit(drafted);
      setTime(first, "2026-03-02T08:00:00Z");
      jobs.schedule(scheduled);

      List<UUID> forgotten =
          database.jdbi().withHandle(handle -> ForgottenTargets.of(handle, "translate"));
      assertThat(forgotten).containsExactly(first, second);
      result(vertx.deployVerticle(new TranslationWorker(run, 1)));
      jobs.start();
      awaitState(second, TargetState.IN_REVIEW);
    }
  }

  private void setTime(UUID target, String time) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update target set updated_at = ? where id = ?",
                    OffsetDateTime.parse(time),
                    target));
  }

  /** The first try stores the name, another one finds its abbreviation. */
  @Test
  void job_cutShortBetweenANameAndItsAbbreviation_introducesItAllTheSame() {
    UnsteadyTranslator translator =
        new UnsteadyTranslator(call -> call == 3 ? passing() : Optional.empty());
    String name = "Vốn đầu tư trực tiếp nước ngoài (foreign direct investment) tăng.";
    try (TranslationJobs jobs = jobs(translator)) {
      Drafted drafted = Drafted.in(database, jobs, clock);
      String text = name + "\n" + text().replace("thứ 18 đã", "thứ 18 về FDI đã");
      UUID id = drafted.submit("Tin", text, "en").get(0).id();

      awaitState(id, TargetState.IN_REVIEW);
      List<SegmentView> segments = desk(jobs).segments(id);
      assertThat(types(id).filter(EventLog.STARTED::equals)).hasSize(2);
      assertThat(segments.get(0).target())
          .isEqualTo(segments.get(0).machine())
          .isEqualTo("EN " + name.replace("investment", "investment (FDI)"));
      assertThat(segments.get(0).version()).isEqualTo(1);
      assertThat(segments.subList(1, segments.size()))
          .allMatch(segment -> segment.target().equals("EN " + segment.source()));
      assertThat(segments).flatExtracting(SegmentView::findings).noneMatch(DocumentNames::isOwn);
    }
  }

  @Test
  void job_whoseEngineNeverWorks_failsAfterFiveTriesAndCanBeTriedAgain() {
    UnsteadyTranslator translator =
        new UnsteadyTranslator(call -> call == 1 ? Optional.empty() : passing());
    try (TranslationJobs jobs = jobs(translator)) {
      Drafted drafted = Drafted.in(database, jobs, clock);
      UUID id = submit(drafted);
      awaitState(id, TargetState.FAILED);
      assertThat(desk(jobs).target(id).failure()).isEqualTo("internal");
      assertThat(desk(jobs).target(id).segmentsDone()).isEqualTo(8);
      assertThat(types(id).filter(EventLog.STARTED::equals)).hasSize(5);

      translator.heal();
      int version = desk(jobs).target(id).version();
      desk(jobs).decide(id, new Decision(TargetAction.RETRY, version, ""), drafted.editor());

      awaitState(id, TargetState.IN_REVIEW);
      assertCompleteAndOnce(id);
      assertThat(desk(jobs).target(id).failure()).isNull();
      assertThat(types(id).filter(type -> type.startsWith("target-")))
          .containsExactly("target-created", "target-failed", "target-draft", "target-in-review");
    }
  }

  @Test
  void job_thatCanNeverSucceed_isNotTriedAgain() {
    UnsteadyTranslator translator =
        new UnsteadyTranslator(call -> Optional.of(new ModelException.Unsupported("pair: vi-xx")));
    try (TranslationJobs jobs = jobs(translator)) {
      UUID id = submit(jobs);

      awaitState(id, TargetState.FAILED);
      assertThat(desk(jobs).target(id).failure()).isEqualTo("unsupported-pair: pair: vi-xx");
      assertThat(translator.calls()).isEqualTo(1);
      await().atMost(PATIENCE).until(() -> waitingJobs() == 0);
    }
  }

  @Test
  void job_whoseTranslatorQuotesTheText_isLoggedWithoutIt() {
    log.keepSecret(text());
    UnsteadyTranslator translator =
        new UnsteadyTranslator(call -> Optional.of(new IllegalStateException(text())));
    try (TranslationJobs jobs = jobs(translator)) {
      UUID id = submit(jobs);

      awaitState(id, TargetState.FAILED);
      assertThat(desk(jobs).target(id).failure()).isEqualTo("internal");
      assertThat(log.lines()).anyMatch(line -> line.contains(id.toString()));
    }
  }

  @Test
  void job_whoseWorkerIsStopped_isLeftForTheNextWithoutCountingAsFailed() {
    SegmentTranslator patient =
        (excerpt, context, call) -> {
          reached.countDown();
          while (true) {
            call.check(); // Leaves only by being cancelled, as an engine does between its steps.
            Thread.onSpinWait();
          }
        };
    try (TranslationJobs jobs =
        new TranslationJobs(vertx, database, run(patient), clock, 1, PAUSE)) {
      String worker = result(vertx.deployVerticle(new TranslationWorker(run(patient), 1)));
      jobs.start();
      UUID id = submit(jobs);
      await().atMost(PATIENCE).until(() -> reached.getCount() == 0);

      result(vertx.undeploy(worker));
      assertThat(desk(jobs).target(id).state()).isEqualTo(TargetState.MACHINE);
      await().atMost(PATIENCE).until(() -> failures(id).equals(Optional.of(0)));

      TargetRun next = run(new UnsteadyTranslator(call -> Optional.empty()));
      result(vertx.deployVerticle(new TranslationWorker(next, 1)));
      awaitState(id, TargetState.IN_REVIEW);
      assertCompleteAndOnce(id);
    }
  }

  @Test
  void target_storedButNeverScheduled_isFoundAtTheNextStart() {
    UUID id = submit(Drafted.in(database, lost -> {}, clock));

    try (TranslationJobs jobs = jobs(new UnsteadyTranslator(call -> Optional.empty()))) {
      awaitState(id, TargetState.IN_REVIEW);
      jobs.schedule(id);
      await().atMost(PATIENCE).until(() -> waitingJobs() == 0);
      assertCompleteAndOnce(id);
    }
  }

  @Test
  void target_scheduledTwice_isOneJob() {
    TargetRun run = run(new UnsteadyTranslator(call -> Optional.empty()));
    try (TranslationJobs jobs = new TranslationJobs(vertx, database, run, clock, 1, PAUSE)) {
      UUID id = submit(Drafted.in(database, lost -> {}, clock));

      jobs.schedule(id);
      jobs.schedule(id);

      assertThat(waitingJobs()).isEqualTo(1);
    }
  }

  private static Optional<RuntimeException> passing() {
    return Optional.of(new ModelException.Failed("engine: out of breath", new Exception("inside")));
  }

  private TranslationJobs jobs(SegmentTranslator translator) {
    TargetRun run = run(translator);
    TranslationJobs jobs = new TranslationJobs(vertx, database, run, clock, 1, PAUSE);
    result(vertx.deployVerticle(new TranslationWorker(run, 1)));
    jobs.start();
    return jobs;
  }

  private TargetRun run(SegmentTranslator translator) {
    return Runs.of(database, kind -> translator, () -> STARTER, clock);
  }

  private ReviewDesk desk(TranslationJobs jobs) {
    return new ReviewDesk(database, () -> STARTER, jobs, clock);
  }

  private UUID submit(TranslationJobs jobs) {
    return submit(Drafted.in(database, jobs, clock));
  }

  private static UUID submit(Drafted drafted) {
    List<Target> targets = drafted.submit("Tin", text(), "en");
    return targets.get(0).id();
  }

  private static String text() {
    return IntStream.range(0, SEGMENTS)
        .mapToObj(n -> "Hội nghị thứ " + n + " đã kết thúc.")
        .collect(Collectors.joining("\n"));
  }

  private void awaitState(UUID id, TargetState state) {
    ReviewDesk reader = new ReviewDesk(database, () -> STARTER, target -> {}, clock);
    await().atMost(PATIENCE).until(() -> reader.target(id).state() == state);
  }

  /** Each segment is there once, and so is the event that tells of it. */
  private void assertCompleteAndOnce(UUID id) {
    ReviewDesk reader = new ReviewDesk(database, () -> STARTER, target -> {}, clock);
    List<SegmentView> segments = reader.segments(id);
    assertThat(segments).hasSize(SEGMENTS);
    assertThat(segments).allMatch(segment -> segment.target().equals("EN " + segment.source()));
    List<Integer> reported =
        reader.events(id).stream()
            .filter(event -> event.type().equals("segments-translated"))
            .flatMap(event -> range(event).boxed())
            .toList();
    assertThat(reported).isEqualTo(IntStream.range(0, SEGMENTS).boxed().toList());
  }

  private static IntStream range(Event batch) {
    return IntStream.rangeClosed(number(batch, "from"), number(batch, "to"));
  }

  private static int number(Event event, String name) {
    return Integer.parseInt(String.valueOf(event.data().get(name)));
  }

  private Stream<String> types(UUID id) {
    ReviewDesk reader = new ReviewDesk(database, () -> STARTER, target -> {}, clock);
    return reader.events(id).stream().map(Event::type);
  }

  private int waitingJobs() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from scheduled_tasks where task_name = 'translate'")
                    .mapTo(int.class)
                    .one());
  }

  /** Failures in a row of a job that waits for its next try; empty when it is not waiting. */
  private Optional<Integer> failures(UUID id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select consecutive_failures from scheduled_tasks"
                            + " where task_instance = :id and not picked")
                    .bind("id", id.toString())
                    .mapTo(int.class)
                    .findOne());
  }

  private static <T> T result(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
