package io.haidang.translation.memory;

import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.CodedText.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A segment as the memory compares it: words, figures and marks of punctuation, and its inline
 * codes. Immutable.
 */
final class MemoryText {

  /** Stands for any figure. */
  private static final String FIGURE = "0";

  private final CodedText coded;
  private final List<Token> tokens;
  private final List<String> codes;

  private MemoryText(CodedText coded, List<Token> tokens, List<String> codes) {
    this.coded = coded;
    this.tokens = tokens;
    this.codes = codes;
  }

  static MemoryText of(String segment, Locale language) {
    CodedText coded = CodedText.parse(segment);
    List<Token> tokens = Token.list(coded.plain(), language);
    return new MemoryText(coded, tokens, shape(coded.codes(), tokens));
  }

  /** Each code by what it does, which of them it is, and the words before it. */
  private static List<String> shape(List<Code> codes, List<Token> tokens) {
    Map<Integer, Integer> numbers = new HashMap<>();
    List<String> shape = new ArrayList<>();
    int before = 0;
    for (Code code : codes) {
      while (before < tokens.size() && tokens.get(before).span().end() <= code.offset()) {
        before++;
      }
      int number = numbers.computeIfAbsent(code.id(), id -> numbers.size());
      shape.add(code.kind() + " " + number + " " + before);
    }
    return List.copyOf(shape);
  }

  /** See {@link SegmentKey#canonical}. */
  String canonical() {
    return SegmentKey.canonicalPlain(coded.plain());
  }

  CodedText coded() {
    return coded;
  }

  List<Token> tokens() {
    return tokens;
  }

  /** In small letters. */
  List<String> words() {
    return tokens.stream().map(Token::word).toList();
  }

  /** The same with one sign for every figure. */
  List<String> masked() {
    return tokens.stream().map(token -> token.isFigure() ? FIGURE : token.word()).toList();
  }

  /** The text without codes, with one sign for every figure, as {@link #canonical} otherwise. */
  String template() {
    StringBuilder template = new StringBuilder();
    int copied = 0;
    for (Token token : tokens) {
      if (token.isFigure()) {
        template.append(coded.plain(), copied, token.span().start()).append(FIGURE);
        copied = token.span().end();
      }
    }
    template.append(coded.plain(), copied, coded.plain().length());
    return SegmentKey.canonicalPlain(template.toString());
  }

  /** Whether the codes are of the same kinds, in the same order, around the same words. */
  boolean hasCodesOf(MemoryText other) {
    return codes.equals(other.codes);
  }
}
