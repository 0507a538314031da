package io.haidang.gateway.retention;

import io.haidang.gateway.draft.DeletedTargets;
import io.haidang.gateway.outbox.Lookout;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Duration;

/**
 * Has this node forget what was deleted, on whichever node: caches and indexes keep copies of their
 * own.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> its thread, until {@link #close}.
 */
public final class Forgetting implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Lookout lookout = new Lookout("forgetting", LOOK, this::look);
  private final DeletedTargets deleted;
  private final Runnable forget;
  private boolean isAsked;

  /**
   * One that does not look yet.
   *
   * @param forget empties what keeps copies; may block, and is asked once for whatever was deleted
   *     since
   */
  public Forgetting(Database database, Clock clock, Runnable forget) {
    this.deleted = new DeletedTargets(database, clock);
    this.forget = forget;
  }

  public void start() {
    lookout.start();
  }

  /** What fails is tried again at the next look. */
  void look() {
    isAsked |= !deleted.fresh().isEmpty();
    if (isAsked) {
      forget.run();
      isAsked = false;
    }
  }

  @Override
  public void close() {
    lookout.close();
  }
}
