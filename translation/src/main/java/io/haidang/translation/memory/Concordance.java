package io.haidang.translation.memory;

import io.haidang.models.LanguagePair;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search for words in a memory. Immutable.
 *
 * @param words that stand side by side in the source or the target, in any capitals; none for every
 *     entry
 * @param pair only of that direction; null for all
 * @param labels of entries that may be seen
 * @param offset entries to pass over, 0 to {@value #DEEPEST}
 * @param limit at most that many, 1 to 100
 */
public record Concordance(
    String words, @Nullable LanguagePair pair, Set<String> labels, int offset, int limit) {

  /** Nobody leafs further; whoever wants everything exports it. */
  public static final int DEEPEST = 10_000;

  public Concordance {
    labels = Set.copyOf(labels);
    if (offset < 0 || offset > DEEPEST) {
      throw new IllegalArgumentException("offset: " + offset + " (expected: 0 to 10000)");
    }
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("limit: " + limit + " (expected: 1 to 100)");
    }
  }
}
