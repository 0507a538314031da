package io.haidang.translation.memory;

import java.util.Collection;
import java.util.List;

/**
 * The entries of a memory where they are kept for good.
 *
 * <p><b>Thread-safety:</b> implementations are safe for concurrent use. <b>Blocking:</b> they may
 * read from a disk or database.
 */
public interface MemoryEntries {

  /**
   * The entries in force whose source has a key, in any order; some with another source that
   * happens to have the same.
   *
   * @param key see {@link SegmentKey#of}
   * @param most the newest that many
   */
  List<MemoryEntry> withKey(long key, int most);

  /** Those of {@code ids} that are in force, in any order. */
  List<MemoryEntry> all(Collection<Long> ids);
}
