package io.haidang.gateway.retention;

import io.haidang.gateway.QuietFault;
import io.haidang.gateway.draft.StoryTable;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.repeat.RepeatedRequests;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is due, each story in a transaction of its own, so that a run that breaks off has
 * deleted whole stories, and the next one goes on.
 *
 * <p><b>Thread-safety:</b> one run at a time, see {@link RetentionJobs}. <b>Blocking:</b> SQL.
 */
final class NightlyRun {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyRun.class);

  private final Database database;
  private final RepeatedRequests answers;
  private final Clock clock;

  NightlyRun(Database database, Clock clock) {
    this.database = database;
    this.answers = new RepeatedRequests(database, clock);
    this.clock = clock;
  }

  /** Deletes everything that is due now. One story that cannot go does not keep the others. */
  void run() {
    UUID run = UUID.randomUUID();
    Instant now = clock.instant();
    database.jdbi().useTransaction(handle -> RetentionLog.begin(handle, run, now));
    int failed = 0;
    for (UUID story : database.jdbi().withHandle(handle -> KeepingTable.due(handle, now))) {
      try {
        database.jdbi().useTransaction(handle -> delete(handle, run, story, now));
      } catch (RuntimeException e) {
        failed++;
        LOG.warn("story {} could not be deleted", story, QuietFault.of(e));
      }
    }
    answers.tidy();
    int failures = failed;
    database
        .jdbi()
        .useTransaction(handle -> RetentionLog.end(handle, run, failures, clock.instant()));
  }

  /** Looks again behind the lock: somebody may have changed or held it meanwhile. */
  private static void delete(Handle handle, UUID run, UUID story, Instant now) {
    StoryTable.lock(handle, story);
    Optional<Keeping> due = KeepingTable.find(handle, story).filter(found -> found.isDue(now));
    due.ifPresent(
        keeping -> {
          Deletion.run(handle, keeping, EventLog.WORKER, now);
          RetentionLog.add(handle, run, keeping.texts());
        });
  }
}
