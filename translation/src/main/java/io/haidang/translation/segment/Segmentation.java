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
  }

  /** The text with each segment replaced; gaps stay as they are. */
  public String join(List<String> replacements) {
    throw new UnsupportedOperationException();
  }
}
