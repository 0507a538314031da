package io.haidang.glossary;

/**
 * A range of a text in UTF-16 code units.
 *
 * <p><b>Thread-safety:</b> immutable.
 *
 * @param start first unit, 0 or more
 * @param end first unit after the range, {@code start} or more
 */
public record TextSpan(int start, int end) {

  public TextSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span: [" + start + ", " + end + ") (expected: 0 <= start <= end)");
    }
  }

  /** Length in UTF-16 code units. */
  public int length() {
    return end - start;
  }

  /** Whether the two ranges share at least one unit. */
  public boolean overlaps(TextSpan other) {
    return start < other.end && other.start < end;
  }

  /** The part of {@code text} that this span covers. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
