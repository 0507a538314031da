package io.haidang.glossary.match;

/** What counts as the same character, and as the same Vietnamese syllable. */
final class Folding {

  private static final String TONED_A = "àáảãạ";
  private static final String TONED_E = "èéẻẽẹ";
  private static final String TONED_Y = "ỳýỷỹỵ";
  private static final String TONED_O = "òóỏõọ";
  private static final String TONED_U = "ùúủũụ";

  private Folding() {}

  static char fold(char unit) {
    if (unit < 0x80) {
      return unit >= 'A' && unit <= 'Z' ? (char) (unit + 32) : unit <= ' ' ? ' ' : unit;
    }
    return switch (unit) {
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
      case '\u2019', '\u02BC' -> '\'';
      case '\u00A0', '\u202F', '\u2028', '\u2029', '\u3000' -> ' ';
      default -> Character.toLowerCase(unit);
    };
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
