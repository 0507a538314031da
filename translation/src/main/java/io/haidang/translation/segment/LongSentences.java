package io.haidang.translation.segment;

import io.haidang.glossary.TextSpan;
import java.util.ArrayList;
import java.util.List;

/** Cuts sentences that a model could not hold: between clauses first, then where it must. */
final class LongSentences {

  /** Longer sentences are cut at their semicolons. */
  static final int LONG = 350;

  /** Nothing stays longer, if there is any space to cut at; about 400 tokens of Vietnamese. */
  static final int LONGEST = 900;

  /** Shorter clauses stay with the next one: alone they would say nothing. */
  private static final int SHORT_CLAUSE = 24;

  private LongSentences() {}

  static List<TextSpan> split(String text, TextSpan sentence) {
    if (sentence.length() == 0) {
      return List.of();
    }
    if (sentence.length() <= LONG) {
      return List.of(sentence);
    }
    List<TextSpan> parts = new ArrayList<>();
    int start = sentence.start();
    for (int i = start; i < sentence.end(); i++) {
      if (text.charAt(i) == ';' && isCut(text, start, i, sentence.end())) {
        addBounded(text, start, i + 1, parts);
        start = i + 1;
      }
    }
    addBounded(text, start, sentence.end(), parts);
    return parts;
  }

  private static boolean isCut(String text, int start, int semicolon, int end) {
    return semicolon + 1 < end
        && Segmenter.isSpace(text.charAt(semicolon + 1))
        && semicolon - start >= SHORT_CLAUSE
        && end - semicolon > SHORT_CLAUSE;
  }

  private static void addBounded(String text, int start, int end, List<TextSpan> parts) {
    TextSpan rest = Segmenter.trim(text, start, end);
    while (rest.length() > LONGEST) {
      int cut = lastCut(text, rest);
      if (cut < 0) {
        break;
      }
      parts.add(Segmenter.trim(text, rest.start(), cut));
      rest = Segmenter.trim(text, cut, rest.end());
    }
    if (rest.length() > 0) {
      parts.add(rest);
    }
  }

  /** After the last comma that fits, else after the last space; -1 when there is neither. */
  private static int lastCut(String text, TextSpan rest) {
    int space = -1;
    for (int i = rest.start() + LONGEST - 1; i > rest.start(); i--) {
      if (Segmenter.isSpace(text.charAt(i))) {
        if (text.charAt(i - 1) == ',') {
          return i;
        }
        space = Math.max(space, i);
      }
    }
    return space;
  }
}
