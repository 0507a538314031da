package io.haidang.glossary;

/**
 * Which words of a wording begin with a capital.
 *
 * <p><b>Thread-safety:</b> immutable.
 *
 * @param words how many there are
 * @param capitals a bit for each of the first 32, the lowest for the first
 */
public record Capitals(int words, int capitals) {

  private static final int LONG = 4;

  /** Reads a wording; a word goes from letter or digit to the next sign that is neither. */
  public static Capitals of(String wording) {
    int words = 0;
    int capitals = 0;
    boolean inside = false;
    for (int i = 0; i < wording.length(); i += Character.charCount(wording.codePointAt(i))) {
      int sign = wording.codePointAt(i);
      boolean part = Character.isLetterOrDigit(sign) || isMark(sign);
      if (part && !inside) {
        capitals |= Character.isUpperCase(sign) && words < Integer.SIZE ? 1 << words : 0;
        words++;
      }
      inside = part;
    }
    return new Capitals(words, capitals);
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether the first word begins with a capital. */
  public boolean first() {
    return (capitals & 1) != 0;
  }

  /** Whether a text may begin this wording small, if it has all other capitals. */
  public boolean mayBeginSmall() {
    return words >= LONG || Integer.bitCount(others()) >= 2;
  }

  /** Whether {@code written} has the capitals that {@link CaseRule#NAME} asks of this wording. */
  public boolean allowAsName(Capitals written) {
    boolean hasOthers = (others() & ~written.capitals) == 0;
    return !first() || written.first() || (mayBeginSmall() && hasOthers);
  }

  private int others() {
    return capitals & ~1;
  }
}
