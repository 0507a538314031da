package io.haidang.translation.memory;

import java.nio.file.Path;
import java.util.List;

/** A process that indexes until it is killed. Prints the position of each commit. */
final class IndexingVictim {

  private IndexingVictim() {}

  /** The {@code id}-th of its entries. */
  static MemoryEntry entry(long id) {
    return Entries.entry(id, "Dự án " + Long.toString(id, 36) + " hoàn thành.", "Project " + id);
  }

  public static void main(String[] args) {
    LuceneIndex index = LuceneIndex.open(Path.of(args[0]), "test");
    for (long id = index.position() + 1; ; id++) {
      index.apply(List.of(entry(id)), List.of(), id);
      if (id % 10 == 0) {
        index.commit();
        System.out.println(id);
      }
    }
  }
}
