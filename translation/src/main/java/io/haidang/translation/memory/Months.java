package io.haidang.translation.memory;

import io.haidang.translation.memory.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Knows which figures and words are the month of a date. */
final class Months {

  private static final List<String> ENGLISH =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private Months() {}

  /** 1 to 12 for an English name in any capitals, else 0. */
  static int number(String word) {
    for (int i = 0; i < ENGLISH.size(); i++) {
      if (ENGLISH.get(i).equalsIgnoreCase(word)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** The English name of month 1 to 12. */
  static String name(int number) {
    return ENGLISH.get(number - 1);
  }

  static boolean isEnglish(Locale language) {
    return language.getLanguage().equals("en");
  }

  /** The same tokens, those marked that are months. */
  static List<Token> marked(List<Token> tokens, Locale language) {
    if (isEnglish(language)) {
      return marked(tokens, Months::isName);
    }
    return language.getLanguage().equals("vi") ? marked(tokens, Months::isFigure) : tokens;
  }

  private interface Test {
    boolean isMonth(List<Token> tokens, int index);
  }

  private static List<Token> marked(List<Token> tokens, Test test) {
    List<Token> marked = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      marked.add(test.isMonth(tokens, i) ? tokens.get(i).as(Kind.MONTH) : tokens.get(i));
    }
    return List.copyOf(marked);
  }

  /** "May" is a month beside a figure only. */
  private static boolean isName(List<Token> tokens, int index) {
    return number(tokens.get(index).word()) > 0
        && (isNumber(tokens, index - 1) || isNumber(tokens, index + 1));
  }

  /** "tháng 6", "30/6/2025", "ngày 30/6". */
  private static boolean isFigure(List<Token> tokens, int index) {
    if (!isNumber(tokens, index)) {
      return false;
    }
    boolean afterDay = isWord(tokens, index - 1, "/") && isNumber(tokens, index - 2);
    boolean beforeYear = isWord(tokens, index + 1, "/") && isNumber(tokens, index + 2);
    return isWord(tokens, index - 1, "tháng")
        || (afterDay && (beforeYear || isWord(tokens, index - 3, "ngày")));
  }

  private static boolean isNumber(List<Token> tokens, int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).kind() == Kind.NUMBER;
  }

  private static boolean isWord(List<Token> tokens, int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).word().equals(word);
  }
}
