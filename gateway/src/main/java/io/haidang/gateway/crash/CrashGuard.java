package io.haidang.gateway.crash;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.QuietFault;
import io.haidang.gateway.store.Database;
import io.haidang.models.ModelException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets aside what kills the process. Each start of a piece of work is written down before it begins
 * and struck out when it ends, whichever way; so what is still there was under way when a process
 * died. Work that was so {@value #DEATHS} times without getting on is not begun again.
 *
 * <p>What dies together with the culprit is as suspicious as the culprit itself. Suspicious work is
 * therefore done one after the other, until each has got further than when it died: from the second
 * time on, only one of them can be what the process dies of.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class CrashGuard {

  /** Starts that were followed by the end of the process, after which there is none more. */
  public static final int DEATHS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(CrashGuard.class);

  private final Database database;
  private final StartTable starts;
  private final Semaphore suspects = new Semaphore(1, true);

  /** Ended well, though the database did not take it. */
  private final Set<UUID> endedHere = ConcurrentHashMap.newKeySet();

  /** A guard over what one process does; the counts are everybody's. */
  public CrashGuard(Database database, Clock clock) {
    this.database = database;
    this.starts = new StartTable(clock);
  }

  /**
   * Begins some work; the caller closes what it gets, whichever way the work ends.
   *
   * @param patience how long to wait while other suspicious work is under way here, zero for not
   * @return empty when it was not long enough
   * @throws GatewayException {@code worker-crashed}, when it must not be begun again
   * @throws ModelException.Cancelled when the thread was interrupted while it waited
   */
  public Optional<Attempt> begin(UUID work, Duration patience) {
    int deaths = deaths(work);
    if (deaths >= DEATHS) {
      throw new GatewayException(
          ErrorCode.WORKER_CRASHED,
          "work: begun %d times, and each time the service died (expected: an end)"
              .formatted(deaths));
    }
    boolean suspicious = deaths > 0;
    if (suspicious && !takeTurn(patience)) {
      return Optional.empty();
    }
    return Optional.of(begin(work, deaths + 1, suspicious));
  }

  private Attempt begin(UUID work, int count, boolean suspicious) {
    Attempt attempt = new Attempt(this, work, suspicious);
    if (suspicious) {
      LOG.warn("work {}: under way when the service died, start {} of {}", work, count, DEATHS);
    }
    try {
      database.jdbi().useHandle(handle -> starts.put(handle, work, count));
      return attempt;
    } catch (RuntimeException e) {
      attempt.endTurn();
      throw e;
    }
  }

  private int deaths(UUID work) {
    if (endedHere.remove(work)) {
      return 0;
    }
    return database.jdbi().withHandle(handle -> starts.count(handle, work));
  }

  private boolean takeTurn(Duration patience) {
    try {
      return suspects.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException.Cancelled();
    }
  }

  void endTurn() {
    suspects.release();
  }

  void gotOn(Handle handle, UUID work) {
    starts.reset(handle, work);
  }

  void end(UUID work) {
    try {
      database.jdbi().useHandle(handle -> forget(handle, work));
    } catch (RuntimeException e) {
      endedHere.add(work);
      LOG.warn("work {}: its end could not be written down", work, QuietFault.of(e));
    }
  }

  /**
   * Strikes out work that nobody will begin again by itself: when somebody does, it counts anew.
   */
  public static void forget(Handle handle, UUID work) {
    StartTable.delete(handle, work);
  }
}
