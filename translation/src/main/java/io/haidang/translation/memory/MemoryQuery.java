package io.haidang.translation.memory;

import io.haidang.models.LanguagePair;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A segment for which a memory is asked. Immutable.
 *
 * @param source with inline codes
 * @param before the segment in front of it; empty at the beginning of a document, null when nobody
 *     knows
 * @param after the one behind it, likewise
 * @param domain what the text is about; empty when nobody says
 * @param labels of texts that this one may see
 * @param least score of a match, {@value #LEAST_SCORE} to 101
 * @param most matches, 1 to {@value #MOST_MATCHES}
 */
public record MemoryQuery(
    LanguagePair pair,
    String source,
    @Nullable String before,
    @Nullable String after,
    String domain,
    Set<String> labels,
    int least,
    int most) {

  /** Below this a match is of no use to anybody. */
  public static final int LEAST_SCORE = 70;

  public static final int MOST_MATCHES = 20;

  public MemoryQuery {
    labels = Set.copyOf(labels);
    if (least < LEAST_SCORE || least > MemoryMatch.IN_CONTEXT_SCORE) {
      throw new IllegalArgumentException("least: " + least + " (expected: 70 to 101)");
    }
    if (most < 1 || most > MOST_MATCHES) {
      throw new IllegalArgumentException("most: " + most + " (expected: 1 to 20)");
    }
  }

  /** The same for a text that is about {@code subject}. */
  public MemoryQuery about(String subject) {
    return new MemoryQuery(pair, source, before, after, subject, labels, least, most);
  }
}
