package io.haidang.glossary.extract;

import io.haidang.glossary.TextSpan;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of one segment: where they stand, and between which of them a phrase may run on. */
final class Words {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)?");
  private static final double HEADING = 0.7;

  private final String text;
  private final List<TextSpan> spans = new ArrayList<>();

  private Words(String text) {
    this.text = text;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      spans.add(new TextSpan(word.start(), word.end()));
    }
  }

  static Words of(String segment) {
    return new Words(Normalizer.normalize(segment, Normalizer.Form.NFC));
  }

  String text() {
    return text;
  }

  int size() {
    return spans.size();
  }

  String word(int index) {
    return spans.get(index).of(text);
  }

  String lower(int index) {
    return word(index).toLowerCase(Locale.ROOT);
  }

  TextSpan span(int from, int to) {
    return new TextSpan(spans.get(from).start(), spans.get(to - 1).end());
  }

  String phrase(int from, int to) {
    return span(from, to).of(text);
  }

  /** Whether only a space stands before the word. */
  boolean continues(int index) {
    return index > 0
        && text.substring(spans.get(index - 1).end(), spans.get(index).start()).equals(" ");
  }

  /** Whether the words {@code from} to {@code to} stand together. */
  boolean isUnbroken(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (!continues(i)) {
        return false;
      }
    }
    return true;
  }

  boolean isCapital(int index) {
    return Character.isUpperCase(word(index).codePointAt(0));
  }

  boolean isNumber(int index) {
    return Character.isDigit(word(index).codePointAt(0));
  }

  boolean startsSentence(int index) {
    if (index == 0) {
      return true;
    }
    String gap = text.substring(spans.get(index - 1).end(), spans.get(index).start());
    return gap.chars().anyMatch(sign -> ".!?:…\n".indexOf(sign) >= 0);
  }

  /** Whether it is written in capitals throughout, so that capitals say nothing. */
  boolean isHeading() {
    long letters = text.chars().filter(Character::isLetter).count();
    long capitals = text.chars().filter(Character::isUpperCase).count();
    return letters > 0 && capitals > letters * HEADING;
  }
}
