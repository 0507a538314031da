package io.haidang.gateway.engine;

import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.language.LanguageGuess;
import java.util.List;
import java.util.Locale;

/**
 * The machine's translation of one text, which nobody has reviewed.
 *
 * @param text with the markup and the white space of the source; the source itself when there is
 *     nothing to translate, or it is in the language that was asked for
 * @param language of the source, told or, with a confidence of 1, given
 * @param characters of the source, in code points
 * @param segments none when it is the source itself
 * @param alternatives other translations with all official names, best first; none unless asked for
 */
public record TranslatedText(
    String text,
    LanguageGuess language,
    int characters,
    List<TranslatedSegment> segments,
    List<String> alternatives) {

  public TranslatedText {
    segments = List.copyOf(segments);
    alternatives = List.copyOf(alternatives);
  }

  static TranslatedText unchanged(String text, LanguageGuess language) {
    return new TranslatedText(
        text, language, text.codePointCount(0, text.length()), List.of(), List.of());
  }

  /** The language of the source. */
  public Locale source() {
    return language.language();
  }

  /** Whether the same is said when the same is asked: nothing was made for it now. */
  public boolean lasts() {
    return last(segments);
  }

  /** Whether all segments came of cache or memory. */
  static boolean last(List<TranslatedSegment> segments) {
    return segments.stream()
        .allMatch(
            segment -> segment.provenance().latencyMillis() == 0 && !segment.target().isBlank());
  }

  /** The same of a source whose language was told otherwise. */
  TranslatedText in(LanguageGuess told) {
    return new TranslatedText(text, told, characters, segments, alternatives);
  }

  /** The same with other translations. */
  TranslatedText with(List<String> others) {
    return new TranslatedText(text, language, characters, segments, others);
  }
}
