package io.haidang.models.tokenizer;

import io.haidang.models.LanguagePair;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Pieces of either side, and the special tokens that a family puts around them. */
final class ModelTokenizer implements Tokenizer {

  private final Subwords source;
  private final Subwords target;
  private final Frame frame;
  private final LanguageTokens languages;
  private final Map<String, String> prefixes;
  private final SpecialIds special;
  private final int maxLength;

  /** Ids that every family has; {@code begin} is the end's where there is none. */
  record SpecialIds(int begin, int end, int unknown) {}

  ModelTokenizer(
      Subwords source,
      Subwords target,
      Frame frame,
      LanguageTokens languages,
      Map<String, String> prefixes,
      SpecialIds special,
      int maxLength) {
    this.source = source;
    this.target = target;
    this.frame = frame;
    this.languages = languages;
    this.prefixes = Map.copyOf(prefixes);
    this.special = special;
    this.maxLength = maxLength;
  }

  @Override
  public int[] encode(String text, LanguagePair pair) {
    IntStream pieces = Arrays.stream(source.ids(prefixes.getOrDefault(pair.toString(), "") + text));
    return switch (frame) {
      case END_ONLY -> framed(IntStream.empty(), pieces, special.end);
      case BOTH_ENDS -> framed(IntStream.of(special.begin), pieces, special.end);
      case TARGET_FIRST -> framed(targetMark(pair), pieces, special.end);
      case SOURCE_FIRST -> framed(language(pair.source()), pieces, special.end);
      case SOURCE_LAST, SOURCE_LAST_NO_START ->
          framed(IntStream.empty(), pieces, special.end, languageId(pair.source()));
    };
  }

  private static int[] framed(IntStream head, IntStream pieces, int... tail) {
    return IntStream.concat(IntStream.concat(head, pieces), IntStream.of(tail)).toArray();
  }

  private IntStream language(Locale locale) {
    return IntStream.of(languageId(locale));
  }

  private IntStream targetMark(LanguagePair pair) {
    return languages.none() ? IntStream.empty() : language(pair.target());
  }

  @Override
  public void check(LanguagePair pair) {
    if (frame.namesSource()) {
      languageId(pair.source());
    }
    if (!languages.none()) {
      languageId(pair.target());
    }
  }

  @Override
  public int[] shorten(int[] encoded, int limit) {
    if (encoded.length <= limit) {
      return encoded;
    }
    int tail = frame.tail();
    if (limit <= tail) {
      throw new IllegalArgumentException("limit: " + limit + " (expected: more than " + tail + ")");
    }
    int[] shorter = Arrays.copyOf(encoded, limit);
    System.arraycopy(encoded, encoded.length - tail, shorter, limit - tail, tail);
    return shorter;
  }

  @Override
  public int[] decoderPrefix(int start, Locale target) {
    return switch (frame) {
      case END_ONLY, BOTH_ENDS, TARGET_FIRST -> new int[] {start};
      case SOURCE_FIRST, SOURCE_LAST -> new int[] {start, languageId(target)};
      case SOURCE_LAST_NO_START -> new int[] {languageId(target)};
    };
  }

  @Override
  public int languageId(Locale language) {
    return languages.id(language);
  }

  @Override
  public boolean isLanguage(int id) {
    return languages.contains(id);
  }

  @Override
  public int[] pieceIds(String text) {
    return target.idsAfterSpace(text);
  }

  @Override
  public String piece(int id) {
    return target.piece(id);
  }

  @Override
  public String decode(int[] ids) {
    return target.text(ids);
  }

  @Override
  public DecodedText decodeWithSpans(int[] ids) {
    return DecodedText.of(ids, target::text);
  }

  @Override
  public int eos() {
    return special.end;
  }

  @Override
  public int unknown() {
    return special.unknown;
  }

  @Override
  public int maxLength() {
    return maxLength;
  }

  @Override
  public int size() {
    return target.vocabulary().size();
  }

  @Override
  public void close() {
    source.close();
    if (target != source) {
      target.close();
    }
  }
}
