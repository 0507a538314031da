package io.haidang.translation.memory;

import java.util.List;

/**
 * Finds what was translated before.
 *
 * <p><b>Thread-safety:</b> implementations are safe for concurrent use. <b>Blocking:</b> they may
 * read from a disk or database; never call one on an event loop.
 */
@FunctionalInterface
public interface TranslationMemory {

  /** Knows nothing. */
  TranslationMemory NONE = query -> List.of();

  /**
   * Matches, best first; none when nothing is like enough. Of entries that say the same in the same
   * way the best is given.
   */
  List<MemoryMatch> find(MemoryQuery query);
}
