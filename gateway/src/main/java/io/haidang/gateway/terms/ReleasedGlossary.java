package io.haidang.gateway.terms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.enforce.TermEnforcer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/**
 * The latest release, compiled. Whoever needs one state for a longer piece of work asks once and
 * keeps the answer, which never changes; the next to ask gets the release of that moment.
 *
 * <p>A release that this node has made is seen at once, one of another node within a second.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> reads one row of SQL at most
 * once a second, and the whole glossary when there is a new release; meanwhile others get the one
 * before.
 */
public final class ReleasedGlossary implements TermReleases {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** Releases before the latest that are kept compiled. */
  private static final int EARLIER = 4;

  private final Database database;
  private final Clock clock;
  private final ReentrantLock loading = new ReentrantLock();
  private final Cache<Integer, TermEnforcer> earlier =
      Caffeine.newBuilder().maximumSize(EARLIER).build();
  private volatile Compiled present;
  private volatile Instant looked;

  private record Compiled(int number, TermEnforcer terms) {}

  /** Loads the latest release, of which there must be one. */
  ReleasedGlossary(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.looked = clock.instant();
    this.present = load(latest());
  }

  /** The latest release, ready to be enforced. */
  @Override
  public TermEnforcer get() {
    if (isTimeToLook() && loading.tryLock()) {
      try {
        look();
      } finally {
        loading.unlock();
      }
    }
    return present.terms();
  }

  /** The number of the latest release. */
  public int number() {
    get();
    return present.number();
  }

  /**
   * Any release, as it was; the few that unfinished stories hold on to stay compiled.
   *
   * @param number of a release that there is
   */
  public TermEnforcer at(int number) {
    Compiled latest = present;
    return latest.number() == number
        ? latest.terms()
        : earlier.get(number, release -> load(release).terms());
  }

  /** A release that this database does not have, such as a list from a file, is the latest. */
  @Override
  public TermEnforcer of(String release) {
    int latest = number();
    boolean isKnown = release.matches("\\d{1,9}") && Integer.parseInt(release) <= latest;
    return isKnown && !release.equals("0") ? at(Integer.parseInt(release)) : get();
  }

  /** The latest release. */
  public Glossary glossary() {
    return get().glossary();
  }

  /** Waits until everybody here gets the release that is the latest now, or a later one. */
  void refresh() {
    loading.lock();
    try {
      look();
    } finally {
      loading.unlock();
    }
  }

  /** A clock that was set back must not stop a node from looking. */
  private boolean isTimeToLook() {
    return Duration.between(looked, clock.instant()).abs().compareTo(BETWEEN_LOOKS) >= 0;
  }

  private void look() {
    looked = clock.instant();
    int latest = latest();
    if (latest != present.number()) {
      present = load(latest);
    }
  }

  private int latest() {
    return database.jdbi().withHandle(ReleaseTable::latest);
  }

  private Compiled load(int number) {
    return new Compiled(
        number, new TermEnforcer(database.jdbi().withHandle(handle -> load(handle, number))));
  }

  /** Compiles any release. */
  static Glossary load(Handle handle, int number) {
    return Glossary.of(
        new GlossaryRelease(Integer.toString(number)), ConceptTable.at(handle, number));
  }
}
