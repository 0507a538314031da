package io.haidang.translation.memory;

import java.util.Collection;
import java.util.List;

/**
 * Finds entries by their words. It follows the changes of the memory, which are numbered one after
 * the other, and can always be made again from the entries.
 *
 * <p><b>Thread-safety:</b> implementations are safe for concurrent use; changes are given by one
 * thread at a time. <b>Blocking:</b> reads and writes files.
 */
public interface MemoryIndex extends AutoCloseable {

  /** The number of the last change that it has; 0 when it has none. */
  long position();

  /**
   * Takes changes in, in place of what it had of the same entries. Some are found from now on; of
   * thousands at a time, the last from the next {@link #commit} on.
   *
   * @param added entries in force
   * @param removed ids of those that no longer are
   * @param position number of the last of the changes
   */
  void apply(List<MemoryEntry> added, Collection<Long> removed, long position);

  /** Makes what it has survive the end of the process, however that comes. */
  void commit();

  /** Takes everything off the disk that was removed: until then it may only be marked. */
  void purge();

  /** Forgets everything. */
  void clear();

  /**
   * The entries that are likely to match, the most likely first.
   *
   * @param most that many
   */
  List<Long> similar(MemoryQuery query, int most);

  /** The entries that say something, the newest first. */
  Hits search(Concordance query);

  /** How many entries it has. */
  long size();

  @Override
  void close();

  /**
   * A page of entries.
   *
   * @param total how many there are on all pages
   */
  record Hits(long total, List<Long> ids) {

    public Hits {
      ids = List.copyOf(ids);
    }
  }
}
