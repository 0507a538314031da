package io.haidang.gateway.memory;

import io.haidang.gateway.store.Database;
import io.haidang.models.LanguagePair;
import io.haidang.translation.memory.MemoryEntry;
import io.haidang.translation.memory.tmx.TmxWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the memory into a file, some thousand entries at a time. */
public final class MemoryExport {

  private static final int ENTRIES = 2_000;

  private MemoryExport() {}

  /**
   * Writes entries as TMX 1.4b, the oldest first.
   *
   * @param pair of that direction only; null for all
   * @param labels of entries that are written
   * @param progress told how many are written, now and then
   * @return how many
   */
  public static long write(
      Database database,
      @Nullable LanguagePair pair,
      Set<String> labels,
      OutputStream file,
      LongConsumer progress)
      throws IOException {
    long written = 0;
    long last = 0;
    try (TmxWriter tmx = new TmxWriter(file)) {
      List<MemoryEntry> entries;
      do {
        long from = last;
        entries = database.jdbi().withHandle(handle -> MemoryTable.after(handle, from, ENTRIES));
        for (MemoryEntry entry : entries) {
          last = entry.id();
          if (labels.contains(entry.label()) && (pair == null || pair.equals(entry.pair()))) {
            tmx.write(entry);
            written++;
          }
        }
        progress.accept(written);
      } while (!entries.isEmpty());
    }
    return written;
  }
}
