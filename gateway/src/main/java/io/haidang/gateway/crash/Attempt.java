package io.haidang.gateway.crash;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/**
 * Work under way, until it is closed; a process that dies does not close it. One thread uses it.
 */
public final class Attempt implements AutoCloseable {

  private final CrashGuard guard;
  private final UUID work;
  private final AtomicBoolean hasTurn;

  Attempt(CrashGuard guard, UUID work, boolean hasTurn) {
    this.guard = guard;
    this.work = work;
    this.hasTurn = new AtomicBoolean(hasTurn);
  }

  /**
   * Notes, together with what was done, that it has come further than ever before: what killed it
   * then, if anything did, is past.
   */
  public void gotOn(Handle handle) {
    guard.gotOn(handle, work);
    endTurn();
  }

  void endTurn() {
    if (hasTurn.compareAndSet(true, false)) {
      guard.endTurn();
    }
  }

  @Override
  public void close() {
    guard.end(work);
    endTurn();
  }
}
