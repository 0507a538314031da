package io.haidang.translation.document.subtitle;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;

/** What differs between the scripts. */
final class Scripts {

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER);

  private Scripts() {}

  /** Whether words of this script follow each other without spaces. */
  static boolean hasNoSpaces(int codePoint) {
    return WITHOUT_SPACES.contains(UnicodeScript.of(codePoint))
        || UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(UnicodeBlock.of(codePoint))
        || (codePoint >= 0xFF01 && codePoint <= 0xFF60);
  }

  /** Whether words of this language follow each other without spaces. */
  static boolean hasNoSpaces(Locale language) {
    return Set.of("zh", "ja", "th", "lo", "km").contains(language.getLanguage());
  }

  /** Characters that take room; marks above and below letters take none. */
  static int length(CharSequence text) {
    return (int) text.codePoints().filter(Scripts::takesRoom).count();
  }

  /** In columns of a full-width character; others take half of one. */
  static int wideLength(CharSequence text) {
    double columns =
        text.codePoints()
            .filter(Scripts::takesRoom)
            .mapToDouble(each -> isWide(each) ? 1 : 0.5)
            .sum();
    return (int) Math.ceil(columns);
  }

  /** Whether a character stands beside the others, and not above or below one. */
  static boolean takesRoom(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.NON_SPACING_MARK
        && type != Character.ENCLOSING_MARK
        && type != Character.FORMAT;
  }

  /** Whether a character takes half the room of a full-width one. */
  static boolean isNarrow(int codePoint) {
    return !isWide(codePoint);
  }

  private static boolean isWide(int codePoint) {
    return (hasNoSpaces(codePoint) && UnicodeScript.of(codePoint) != UnicodeScript.THAI)
        || UnicodeScript.of(codePoint) == UnicodeScript.HANGUL;
  }
}
