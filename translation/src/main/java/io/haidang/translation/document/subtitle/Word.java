package io.haidang.translation.document.subtitle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What stands between two spaces.
 *
 * @param start in the text
 * @param text with punctuation
 * @param core in small letters, without the punctuation around it
 */
record Word(int start, String text, String core) {

  private static final String CLOSING = "\"'”’»)]";

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean space = i == text.length() || isSpace(text.charAt(i));
      if (!space && start < 0) {
        start = i;
      } else if (space && start >= 0) {
        words.add(of(start, text.substring(start, i)));
        start = -1;
      }
    }
    return words;
  }

  /** A no-break space holds its words together. */
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c);
  }

  private static Word of(int start, String text) {
    int from = 0;
    int to = text.length();
    while (from < to && !Character.isLetterOrDigit(text.codePointAt(from))) {
      from++;
    }
    while (to > from
        && !Character.isLetterOrDigit(text.charAt(to - 1))
        && !Character.isSurrogate(text.charAt(to - 1))
        && Character.getType(text.charAt(to - 1)) != Character.NON_SPACING_MARK) {
      to--;
    }
    return new Word(start, text, text.substring(from, to).toLowerCase(Locale.ROOT));
  }

  /** The last character but for quotes and brackets that close. */
  char lastMark() {
    int last = text.length() - 1;
    while (last > 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return text.charAt(last);
  }

  boolean endsClause() {
    return ".!?…,;:–—".indexOf(lastMark()) >= 0;
  }

  boolean isNumber() {
    return !core.isEmpty() && Character.isDigit(core.charAt(core.length() - 1));
  }

  boolean startsWithDigit() {
    return !core.isEmpty() && Character.isDigit(core.charAt(0));
  }

  boolean isCapitalised() {
    int at = 0;
    while (at < text.length() && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at < text.length() && Character.isUpperCase(text.charAt(at)) && !startsWithDigit();
  }
}
