package io.haidang.gateway.memory;

import io.haidang.gateway.memory.MemoryTable.Change;
import io.haidang.gateway.store.Database;
import io.haidang.translation.memory.MemoryEntry;
import io.haidang.translation.memory.MemoryIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the index follow the changes of the memory. A lookup brings in what is new itself while that
 * is little, so that it finds what was approved a moment ago; a long way is gone on a thread of its
 * own, and meanwhile less is found.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> its thread, until {@link #close}.
 */
final class MemoryFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MemoryFollower.class);

  /** Changes that are brought in at a time. */
  private static final int STEP = 5_000;

  /** Of that many a lookup does not notice the time it takes. */
  private static final int FEW = 200;

  private final Database database;
  private final MemoryIndex index;
  private final ReentrantLock following = new ReentrantLock();
  private final AtomicBoolean underWay = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "memory-index");
            made.setDaemon(true);
            return made;
          });
  private volatile boolean closing;

  MemoryFollower(Database database, MemoryIndex index) {
    this.database = database;
    this.index = index;
  }

  /** Brings in what is new when that is little, else has it brought in. */
  void freshen() {
    long missing = head() - index.position();
    if (missing > 0 && missing <= FEW) {
      follow();
    } else if (missing != 0) {
      start();
    }
  }

  /** Goes all the way on the thread of its own. */
  void start() {
    if (!closing && underWay.compareAndSet(false, true)) {
      thread.execute(this::followAndReport);
    }
  }

  private void followAndReport() {
    try {
      follow();
    } catch (RuntimeException e) {
      LOG.warn("the memory's index could not follow: {}", e.getClass().getSimpleName());
    } finally {
      underWay.set(false);
    }
  }

  /** Goes all the way now, and makes it last. */
  void follow() {
    following.lock();
    try {
      long before = index.position();
      if (before > head()) {
        index.clear(); // The database is an older copy.
      }
      while (!closing && step()) {
        // Until nothing is left.
      }
      if (index.position() != before) {
        index.commit();
      }
    } finally {
      following.unlock();
    }
  }

  /** Goes all the way, and leaves nothing in the index of what was withdrawn. */
  void purge() {
    following.lock();
    try {
      follow();
      index.purge();
    } finally {
      following.unlock();
    }
  }

  /** Makes the index anew from the entries. */
  void rebuild() {
    following.lock();
    try {
      index.clear();
      follow();
    } finally {
      following.unlock();
    }
  }

  private boolean step() {
    List<Change> changes =
        database.jdbi().withHandle(handle -> MemoryTable.changes(handle, index.position(), STEP));
    if (changes.isEmpty()) {
      return false;
    }
    List<MemoryEntry> added = new ArrayList<>();
    List<Long> removed = new ArrayList<>();
    for (Change change : changes) {
      change.entry().ifPresentOrElse(added::add, () -> removed.add(change.id()));
    }
    index.apply(added, removed, changes.get(changes.size() - 1).number());
    return changes.size() == STEP;
  }

  private long head() {
    return database.jdbi().withHandle(MemoryTable::head).change();
  }

  /** How many changes the index has yet to take in. */
  long behind() {
    return Math.max(0, head() - index.position());
  }

  @Override
  public void close() {
    closing = true;
    thread.shutdown();
    following.lock();
    try {
      // The step under way has ended.
    } finally {
      following.unlock();
    }
  }
}
