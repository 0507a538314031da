package io.haidang.glossary.extract;

import io.haidang.glossary.extract.TermCandidate.Kind;
import java.util.Locale;

/** Finds names in one segment: after the words that begin names, and by their capitals. */
final class NameFinder {

  /** Told about a name: the words {@code from} to {@code to}. */
  interface Visitor {
    void name(Kind kind, int from, int to);
  }

  private final Words words;
  private final Locale language;
  private final Visitor visitor;
  private final boolean isVietnamese;

  private NameFinder(Words words, Locale language, Visitor visitor) {
    this.words = words;
    this.language = language;
    this.visitor = visitor;
    this.isVietnamese = language.getLanguage().equals("vi");
  }

  static void find(Words words, Locale language, Visitor visitor) {
    if (!words.isHeading()) {
      new NameFinder(words, language, visitor).find();
    }
  }

  private void find() {
    int at = 0;
    while (at < words.size()) {
      int end = patternEnd(at);
      if (end > at) {
        visitor.name(Kind.PATTERN, at, end);
      } else {
        end = capitalsEnd(at);
        if (end > at && isName(at, end)) {
          visitor.name(Kind.CAPITALISED, at, end);
        }
      }
      at = Math.max(at + 1, end);
    }
  }

  /** A head, then words with capitals, each with one small word: Sở Du lịch, Ban Bí thư. */
  private int patternEnd(int at) {
    int head = isVietnamese ? Lexicon.headLength(words, at) : 0;
    int start = at + head;
    if (head == 0 || start >= words.size() || !words.continues(start) || !words.isCapital(start)) {
      return at;
    }
    int mostSmall = Lexicon.isPlace(words, at) ? 0 : 1;
    int end = start;
    int small = 0;
    while (end < words.size() && words.continues(end)) {
      if (words.isCapital(end)) {
        small = mostSmall;
      } else if (small > 0 && !isStop(end) && !words.isNumber(end)) {
        small--;
      } else if (!connects(end) && !(mostSmall > 0 && leadsToCapital(end))) {
        break;
      }
      end++;
    }
    return end;
  }

  /** One more small word before a capital: Ngân hàng Phát triển châu Á. */
  private boolean leadsToCapital(int at) {
    return isFollowedByCapital(at) && !isStop(at) && !words.isNumber(at);
  }

  private boolean isFollowedByCapital(int at) {
    return at + 1 < words.size()
        && words.continues(at + 1)
        && words.isCapital(at + 1)
        && !startsHead(at + 1);
  }

  private boolean startsHead(int at) {
    return isVietnamese && Lexicon.headLength(words, at) > 0;
  }

  /** "và" joins the parts of one name, unless the next part is a name of its own. */
  private boolean connects(int at) {
    return Lexicon.isConnector(words.lower(at)) && isFollowedByCapital(at);
  }

  private int capitalsEnd(int at) {
    if (!words.isCapital(at) || (words.startsSentence(at) && isStop(at))) {
      return at;
    }
    int end = at + 1;
    while (end < words.size()
        && words.continues(end)
        && patternEnd(end) == end
        && (words.isCapital(end) || (!isVietnamese && connects(end)))) {
      end++;
    }
    return end;
  }

  private boolean isName(int from, int to) {
    return to - from > 1 || (isAbbreviation(words.word(from)) && !isStop(from));
  }

  private static boolean isAbbreviation(String word) {
    return word.length() >= 3
        && word.chars().allMatch(Character::isUpperCase)
        && !word.matches("[IVXLC]+");
  }

  private boolean isStop(int at) {
    return Lexicon.isStop(words.lower(at), language);
  }
}
