package io.haidang.glossary.match;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** What counts as the same character, as a part of a word, and as the same Vietnamese syllable. */
final class Characters {

  /** What {@link #fold} makes of characters that nobody sees. */
  static final char INVISIBLE = '\0';

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  /** The place before the letters of Latin type that are as wide as Han characters. */
  private static final char FULL_WIDTH = '\uFF00';

  /** Lengthens a vowel in Katakana; Unicode counts it to no script. */
  private static final char PROLONGED_SOUND = '\u30FC';

  private static final byte OTHER = 0;
  private static final byte LETTER = 1;
  private static final byte UNSPACED_LETTER = 2;
  private static final byte MARK = 3;

  private static final String TONED_A = "àáảãạ";
  private static final String TONED_E = "èéẻẽẹ";
  private static final String TONED_Y = "ỳýỷỹỵ";
  private static final String TONED_O = "òóỏõọ";
  private static final String TONED_U = "ùúủũụ";

  /** By UTF-16 unit: looked up for every unit of every text, so computed once. */
  private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

  private static final byte[] KIND = new byte[Character.MAX_VALUE + 1];

  static {
    for (int unit = 0; unit <= Character.MAX_VALUE; unit++) {
      FOLDED[unit] = computeFold((char) unit);
      KIND[unit] = computeKind((char) unit);
    }
  }

  private Characters() {}

  /** The lower-case, plain form of a unit; {@link #INVISIBLE} when it is to be left out. */
  static char fold(char unit) {
    return FOLDED[unit];
  }

  private static char computeFold(char unit) {
    if (unit > FULL_WIDTH && unit <= FULL_WIDTH + '~' - ' ') {
      return computeFold((char) (unit - FULL_WIDTH + ' '));
    }
    return switch (unit) {
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uFE63' -> '-';
      case '\u2018', '\u2019', '\u02BC' -> '\'';
      case '\u0085', '\u00A0', '\u202F' -> ' ';
      case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> INVISIBLE;
      // Texts converted from old Vietnamese encodings carry look-alikes of Đ.
      case '\u00D0', '\u00F0', '\u0189', '\u0256' -> 'đ';
      default -> unit <= ' ' || Character.isSpaceChar(unit) ? ' ' : Character.toLowerCase(unit);
    };
  }

  private static byte computeKind(char unit) {
    if (isMark(unit)) {
      return MARK;
    }
    if (!Character.isLetterOrDigit(unit)) {
      return OTHER;
    }
    boolean unspaced = unit == PROLONGED_SOUND || WITHOUT_SPACES.contains(UnicodeScript.of(unit));
    return unspaced ? UNSPACED_LETTER : LETTER;
  }

  /** Whether the character may combine with the one before it. */
  static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> codePoint >= 0x1160 && codePoint <= 0x11FF; // vowels and finals of Hangul
    };
  }

  /** Whether every text of such units alone is in NFC; says no when in doubt. */
  static boolean isComposed(char unit) {
    return unit < 0x0300
        || (unit >= 0x1E00 && unit <= 0x1EFF)
        || (unit >= 0x2010 && unit <= 0x2027);
  }

  /** Whether a word may begin or end between two units. */
  static boolean isBoundary(char before, char after) {
    byte left = KIND[before];
    byte right = KIND[after];
    if (right == MARK) {
      return false;
    }
    return left == OTHER || right == OTHER || left == UNSPACED_LETTER || right == UNSPACED_LETTER;
  }

  /**
   * Writes oà as òa, oẻ as ỏe and uỷ as ủy: old and new placement of the tone mark name the same
   * syllable.
   */
  static void placeTone(char[] units, int first) {
    char vowel = units[first + 1];
    if (vowel < 'à' || (units[first] != 'o' && units[first] != 'u')) {
      return;
    }
    if (units[first] == 'o') {
      move(units, first, TONED_A, 'a', TONED_O);
      move(units, first, TONED_E, 'e', TONED_O);
    } else {
      move(units, first, TONED_Y, 'y', TONED_U);
    }
  }

  private static void move(char[] units, int first, String toned, char plain, String target) {
    int tone = toned.indexOf(units[first + 1]);
    if (tone >= 0) {
      units[first] = target.charAt(tone);
      units[first + 1] = plain;
    }
  }
}
