package io.haidang.models.internal.search;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a phrase may begin and end in a text, and how it looks at the beginning. */
public final class WordBorders {

  /** Scripts without spaces between words. */
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private WordBorders() {}

  /** Whether a word may start at an offset of {@code text}. */
  public static boolean mayStart(String text, int at) {
    return at == 0 || !isLetter(text.codePointBefore(at)) || !isLetter(text.codePointAt(at));
  }

  /** Whether a word may end before an offset of {@code text}. */
  public static boolean mayEnd(String text, int at) {
    return at == text.length()
        || !isLetter(text.codePointBefore(at))
        || !continuesWord(text.codePointAt(at));
  }

  /** A wording as it begins a sentence; not an empty one. */
  public static String capitalized(String wording) {
    int end = Character.charCount(wording.codePointAt(0));
    return wording.substring(0, end).toUpperCase(Locale.ROOT) + wording.substring(end);
  }

  /** Whether a character is part of words that have spaces around them. */
  static boolean isLetter(int character) {
    return Character.isLetterOrDigit(character) && !isUnspaced(character);
  }

  /** Korean particles follow a name without a space. */
  static boolean continuesWord(int character) {
    return isLetter(character) && UnicodeScript.of(character) != UnicodeScript.HANGUL;
  }

  static boolean isUnspaced(int character) {
    return UNSPACED.contains(UnicodeScript.of(character));
  }
}
