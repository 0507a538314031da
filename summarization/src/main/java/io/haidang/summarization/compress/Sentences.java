package io.haidang.summarization.compress;

/** The ends of sentences. */
public final class Sentences {

  private static final String MARKS = ".!?…";

  private Sentences() {}

  /** The text with a capital at its beginning. */
  public static String capitalized(String text) {
    if (text.isEmpty() || !Character.isLowerCase(text.codePointAt(0))) {
      return text;
    }
    int first = text.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + text.substring(Character.charCount(first));
  }

  /** The text without the mark at its end, if it has one. */
  public static String withoutEnd(String text) {
    int end = text.length();
    while (end > 0 && (MARKS + ";,: ").indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Whether the text ends as a sentence does. */
  public static boolean isEnded(String text) {
    String open = text.replaceAll("[”\"’»)\\s]+$", "");
    return !open.isEmpty() && MARKS.indexOf(open.charAt(open.length() - 1)) >= 0;
  }

  /** The mark to end a shorter version of {@code sentence} with; empty when that has none. */
  static String end(String sentence) {
    return isEnded(sentence) ? "." : "";
  }
}
