package io.haidang.translation.memory;

import io.haidang.translation.memory.Token.Kind;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into tokens: runs of letters and digits, single signs of scripts without spaces,
 * figures with their separators, single marks of punctuation. By hand, since every segment of a
 * long list goes through here. Not thread-safe; used once.
 */
final class Tokenizer {

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER);

  /** Before the first of these scripts. */
  private static final int THAI = 0x0e00;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  Tokenizer(String text) {
    this.text = text;
  }

  List<Token> tokens() {
    int at = 0;
    while (at < text.length()) {
      int end = next(at);
      if (isRun(at)) {
        end = runEnd(at);
        boolean isFigure = isDigits(at, end);
        end = isFigure ? figureEnd(end) : end;
        tokens.add(Token.of(text, at, end, isFigure ? Kind.NUMBER : Kind.WORD));
      } else if (!isSpace(at)) {
        end = signEnd(end);
        tokens.add(Token.of(text, at, end, Kind.WORD));
      }
      at = end;
    }
    return tokens;
  }

  private int next(int at) {
    return at + Character.charCount(text.codePointAt(at));
  }

  private boolean isSpace(int at) {
    int sign = text.codePointAt(at);
    return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
  }

  private boolean isMark(int at) {
    return switch (Character.getType(text.codePointAt(at))) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private boolean isRun(int at) {
    int sign = text.codePointAt(at);
    return (Character.isLetterOrDigit(sign) || isMark(at)) && !isWithoutSpaces(sign);
  }

  private static boolean isWithoutSpaces(int sign) {
    return sign >= THAI && WITHOUT_SPACES.contains(UnicodeScript.of(sign));
  }

  private int runEnd(int from) {
    int end = from;
    while (end < text.length() && isRun(end)) {
      end = next(end);
    }
    return end;
  }

  /** With the accents and vowel signs that follow it. */
  private int signEnd(int from) {
    int end = from;
    while (end < text.length() && isMark(end)) {
      end = next(end);
    }
    return end;
  }

  private boolean isDigits(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }

  /** Over separators with digits behind. */
  private int figureEnd(int from) {
    int end = from;
    while (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ',')) {
      int more = runEnd(end + 1);
      if (!isDigits(end + 1, more)) {
        break;
      }
      end = more;
    }
    return end;
  }
}
