package io.haidang.translation.memory;

import io.haidang.models.LanguagePair;
import org.jspecify.annotations.Nullable;

/**
 * A segment and a translation of it that people may rely on. Immutable.
 *
 * @param id unique among the entries of a memory, 1 or more; a later entry has a greater one
 * @param source with inline codes
 * @param target with inline codes
 * @param before the source segment in front of it; empty at the beginning of a document, null when
 *     nobody knows
 * @param after the one behind it, likewise
 * @param domain what the text is about; empty for the desk's own texts
 * @param label how confidential the text was, in the words of whoever keeps the memory
 * @param origin where it comes from
 */
public record MemoryEntry(
    long id,
    LanguagePair pair,
    String source,
    String target,
    @Nullable String before,
    @Nullable String after,
    String domain,
    String label,
    MemoryOrigin origin) {

  public MemoryEntry {
    if (id < 1) {
      throw new IllegalArgumentException("id: " + id + " (expected: 1 or more)");
    }
  }
}
