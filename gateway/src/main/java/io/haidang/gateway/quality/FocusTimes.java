package io.haidang.gateway.quality;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * How long people have segments before them. A page tells now and then that somebody works at one:
 * its window is in front, and within the last minute a key was pressed or the mouse moved. A person
 * is never counted longer than the clock of this server went on since they were last heard of, so
 * that two windows don't count twice; and thinking without touching anything isn't seen at all. The
 * figures are there for texts, not for people: nothing shows them by person.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class FocusTimes {

  /** The most that one word from a page may add. */
  static final Duration MOST = Duration.ofSeconds(30);

  private final Database database;
  private final Clock clock;

  public FocusTimes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds what a page has seen since it last told; what is too much to be true is cut. */
  public void beat(Target target, int segment, Duration seen, Account person) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              Instant now = clock.instant();
              Duration counted = shortest(shortest(seen, MOST), since(handle, person, now));
              boolean isSegment = segment >= 0 && segment < target.segmentsTotal();
              if (isSegment && counted.toSeconds() > 0) {
                FocusTable.add(handle, target.id(), segment, person.id(), counted, now);
              }
            });
  }

  private static Duration since(Handle handle, Account person, Instant now) {
    return FocusTable.last(handle, person.id())
        .map(last -> Duration.between(last, now))
        .orElse(MOST);
  }

  private static Duration shortest(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
