package io.haidang.translation.segment;

import io.haidang.glossary.TextSpan;
import java.util.List;

/**
 * A text cut into segments. What lies between two segments, and before the first and after the
 * last, is white space that belongs to none; text, segments and gaps together lose nothing.
 *
 * @param text as it was given
 * @param segments in order, not overlapping, neither blank nor beginning or ending with white space
 */
public record Segmentation(String text, List<TextSpan> segments) {

  public Segmentation {
    segments = List.copyOf(segments);
    int end = 0;
    for (TextSpan segment : segments) {
      if (segment.start() < end || segment.end() > text.length()) {
        throw new IllegalArgumentException(
            "segment: " + segment + " (expected: in order, inside " + text.length() + " units)");
      }
      end = segment.end();
    }
  }

  /** The text of each segment. */
  public List<String> texts() {
    return segments.stream().map(segment -> segment.of(text)).toList();
  }

  /**
   * The text with each segment replaced; gaps stay as they are.
   *
   * @param replacements one per segment, in the same order
   */
  public String join(List<String> replacements) {
    if (replacements.size() != segments.size()) {
      throw new IllegalArgumentException(
          "replacements: " + replacements.size() + " (expected: " + segments.size() + ")");
    }
    StringBuilder joined = new StringBuilder(text.length());
    int copied = 0;
    for (int i = 0; i < segments.size(); i++) {
      joined.append(text, copied, segments.get(i).start()).append(replacements.get(i));
      copied = segments.get(i).end();
    }
    return joined.append(text, copied, text.length()).toString();
  }
}
