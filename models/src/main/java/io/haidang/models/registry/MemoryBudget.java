package io.haidang.models.registry;

import io.haidang.models.ModelException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The memory that loaded models may take, counted by the size of their files. Makes room by
 * unloading the idle models that were used least recently, if that is enough. Safe for concurrent
 * use.
 */
final class MemoryBudget {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final long limit;
  private final Set<ModelEntry> holders = new HashSet<>();

  /**
   * A budget of {@code limit} bytes, 1 or more.
   *
   * @throws IllegalArgumentException when it is less
   */
  MemoryBudget(long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("memory: " + limit + " (expected: 1 byte or more)");
    }
    this.limit = limit;
  }

  /**
   * Counts a model that is about to be loaded.
   *
   * @throws ModelException.Unloadable when it alone is too large
   * @throws ModelException.Overloaded when the models in use leave no room
   */
  synchronized void reserve(ModelEntry entry) {
    if (entry.bytes() > limit) {
      throw new ModelException.Unloadable(
          "model %s: %d MB (expected: at most %d MB, the memory for models)"
              .formatted(entry.descriptor().id(), megabytes(entry.bytes()), megabytes(limit)));
    }
    if (inUse() + entry.bytes() <= limit) { // Else unloading would be in vain.
      makeRoom(entry.bytes());
    }
    if (used() + entry.bytes() > limit) {
      throw new ModelException.Overloaded(
          "model %s: %d MB, %d MB in use by %d models (expected: at most %d MB in all)"
              .formatted(
                  entry.descriptor().id(),
                  megabytes(entry.bytes()),
                  megabytes(inUse()),
                  holders.stream().filter(ModelEntry::isInUse).count(),
                  megabytes(limit)),
          RETRY_AFTER);
    }
    holders.add(entry);
  }

  private void makeRoom(long bytes) {
    for (ModelEntry idle : leastRecentFirst()) {
      if (used() + bytes <= limit) {
        return;
      }
      if (idle.unloadIfIdle()) {
        holders.remove(idle);
      }
    }
  }

  private List<ModelEntry> leastRecentFirst() {
    return holders.stream().sorted(Comparator.comparingLong(ModelEntry::lastUse)).toList();
  }

  synchronized void release(ModelEntry entry) {
    holders.remove(entry);
  }

  synchronized long used() {
    return holders.stream().mapToLong(ModelEntry::bytes).sum();
  }

  /** What no unloading can free at this moment. */
  private long inUse() {
    return holders.stream().filter(ModelEntry::isInUse).mapToLong(ModelEntry::bytes).sum();
  }

  private static long megabytes(long bytes) {
    return (bytes + 999_999) / 1_000_000;
  }
}
