package io.haidang.gateway.clientdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.crash.CrashGuard;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.traces.Tracer;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.review.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Documents of clients are translated, or given up with a reason, whatever happens. */
@OnEveryDatabase
class DocumentJobsContractTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Clock clock = Clock.systemUTC();
  private final TestDatabase store;
  private final Database database;
  private final AtomicInteger asked = new AtomicInteger();
  private int owners;

  DocumentJobsContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void document_thatTheProcessDiedOfThreeTimes_isSetAsideUnasked() {
    UUID id = stored();
    for (int death = 0; death < CrashGuard.DEATHS; death++) {
      assertThat(new CrashGuard(database, clock).begin(id, Duration.ZERO)).isPresent();
    }

    try (DocumentJobs jobs = jobs(() -> new IllegalStateException("asked"))) {
      jobs.start();
      await().atMost(PATIENCE).until(() -> document(id).state() == DocumentState.FAILED);
    }

    assertThat(document(id).failure()).hasValueSatisfying(r -> assertThat(r).contains("3 times"));
    assertThat(asked).hasValue(0);
    assertThat(rows()).isZero();
  }

  @Test
  void documents_storedButNotScheduled_areFound_andThoseWithAJobAreNot() {
    UUID scheduled = stored();
    UUID forgotten = stored();

    try (DocumentJobs jobs = jobs(() -> new ModelException.Unsupported("pair"))) {
      jobs.schedule(scheduled);
      List<UUID> found =
          database.jdbi().withHandle(handle -> DocumentTable.forgotten(handle, "document"));
      assertThat(found).containsExactly(forgotten);

      jobs.start();
      await().atMost(PATIENCE).until(() -> document(forgotten).state() == DocumentState.FAILED);
    }
  }

  @Test
  void failure_longerThanThereIsRoomFor_isToldInItsBeginning() {
    UUID id = stored();
    String reason = "pair: " + "vi-en ".repeat(1_000);

    try (DocumentJobs jobs = jobs(() -> new ModelException.Unsupported(reason))) {
      jobs.start();
      await().atMost(PATIENCE).until(() -> document(id).state() == DocumentState.FAILED);
    }

    assertThat(document(id).failure()).hasValue(reason.substring(0, 1_000));
  }

  @Test
  void failure_thatNamesAFileOfTheServer_isNotToldToTheClient() {
    UUID id = stored();

    try (DocumentJobs jobs = jobs(() -> new ModelException.Unloadable("/srv/models/x: missing"))) {
      jobs.start();
      await().atMost(PATIENCE).until(() -> document(id).state() == DocumentState.FAILED);
    }

    assertThat(document(id).failure()).hasValue("something broke here");
  }

  private DocumentJobs jobs(Supplier<RuntimeException> failure) {
    return new DocumentJobs(
        database,
        kind -> {
          asked.incrementAndGet();
          throw failure.get();
        },
        (glossaries, pair, owner) -> new TermEnforcer(Glossary.starter()),
        new DocumentSignals(),
        new CrashGuard(database, clock),
        clock,
        1,
        Tracer.NONE);
  }

  private UUID stored() {
    Account owner = TestAccount.in(database, "client" + owners++, "Khách", Role.EDITOR);
    ClientDocument document =
        new ClientDocument(
            UUID.randomUUID(),
            owner.id(),
            owner.login(),
            "a.txt",
            new TextKind(LanguagePair.of("vi", "en"), DocumentFormat.PLAIN, Sensitivity.INTERNAL),
            List.of(),
            LocalDate.of(2026, 3, 2),
            DocumentState.QUEUED,
            0,
            1,
            9,
            Optional.empty(),
            clock.instant());
    byte[] source = "Xin chào.".getBytes(StandardCharsets.UTF_8);
    database
        .jdbi()
        .useHandle(
            handle ->
                DocumentTable.insert(
                    handle, document, "digest", source, clock.instant().plusSeconds(3600)));
    return document.id();
  }

  private ClientDocument document(UUID id) {
    return database.jdbi().withHandle(handle -> DocumentTable.find(handle, id)).orElseThrow();
  }

  private int rows() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from work_under_way").mapTo(int.class).one());
  }
}
