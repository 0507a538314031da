package io.haidang.models.tokenizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A text made from tokens.
 *
 * @param text the text
 * @param spans where each token went, in order; empty ones for tokens that wrote nothing
 */
public record DecodedText(String text, List<Span> spans) {

  public DecodedText {
    spans = List.copyOf(spans);
  }

  /**
   * A part of the text, without the space that a piece may begin with.
   *
   * @param start first UTF-16 unit, 0 or more
   * @param end first unit after it; {@code start} for an empty span
   */
  public record Span(int start, int end) {

    public Span {
      if (start < 0 || end < start) {
        throw new IllegalArgumentException(
            "span: [" + start + ", " + end + ") (expected: 0 <= start <= end)");
      }
    }
  }

  /**
   * Finds the spans by decoding ever longer beginnings: whatever a decoder does with spaces and
   * incomplete characters, a token's text ends where the beginnings with it stop to agree with the
   * whole.
   */
  static DecodedText of(int[] ids, Function<int[], String> decoder) {
    String text = decoder.apply(ids);
    char[] whole = text.toCharArray();
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (int count = 1; count <= ids.length; count++) {
      int to = count == ids.length ? text.length() : agreement(whole, ids, count, decoder);
      spans.add(span(text, from, Math.max(from, to)));
      from = Math.max(from, to);
    }
    return new DecodedText(text, spans);
  }

  private static int agreement(
      char[] whole, int[] ids, int count, Function<int[], String> decoder) {
    char[] beginning = decoder.apply(Arrays.copyOf(ids, count)).toCharArray();
    int common = Math.min(beginning.length, whole.length);
    int mismatch = Arrays.mismatch(beginning, whole);
    return mismatch < 0 ? common : Math.min(mismatch, common);
  }

  private static Span span(String text, int from, int to) {
    int start = from;
    while (start < to && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return new Span(start, to);
  }
}
