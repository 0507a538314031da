package io.haidang.translation.memory;

import io.haidang.glossary.TextSpan;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A word, a figure or a mark of punctuation.
 *
 * @param span in the text without codes
 * @param word in small letters, composed
 * @param kind what it says
 */
record Token(TextSpan span, String word, Kind kind) {

  /** What a token says. */
  enum Kind {
    WORD,
    NUMBER,
    /** The month of a date, as a figure or by name. */
    MONTH
  }

  static List<Token> list(String text, Locale language) {
    return Months.marked(new Tokenizer(text).tokens(), language);
  }

  /** The words of a search; figures and punctuation are words too. */
  static List<String> words(String text) {
    return new Tokenizer(text).tokens().stream().map(Token::word).toList();
  }

  static Token of(String text, int start, int end, Kind kind) {
    String small = text.substring(start, end).toLowerCase(Locale.ROOT);
    return new Token(
        new TextSpan(start, end), Normalizer.normalize(small, Normalizer.Form.NFC), kind);
  }

  boolean isFigure() {
    return kind != Kind.WORD;
  }

  Token as(Kind other) {
    return new Token(span, word, other);
  }
}
