package io.haidang.summarization.compress;

/** Brackets and quotation marks that belong together. */
public final class Quotes {

  private static final String OPEN = "(“«[";
  private static final String CLOSE = ")”»]";

  private Quotes() {}

  /** Whether every bracket and quotation mark has its other half. */
  public static boolean areWhole(String text) {
    return depth(text, text.length()) == 0 && text.chars().filter(c -> c == '"').count() % 2 == 0;
  }

  /** Whether the place stands within brackets or quotation marks. */
  static boolean isInside(String text, int place) {
    long straight = text.substring(0, place).chars().filter(c -> c == '"').count();
    return straight % 2 == 1 || depth(text, place) != 0;
  }

  private static int depth(String text, int end) {
    int depth = 0;
    for (int i = 0; i < end; i++) {
      depth += OPEN.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
      depth -= CLOSE.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return depth;
  }
}
