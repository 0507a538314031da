package io.haidang.gateway.engine;

import io.haidang.translation.TranslatedSegment;
import java.util.List;
import java.util.Locale;

/**
 * The machine's translation of one text, which nobody has reviewed.
 *
 * @param text with the markup and the white space of the source; the source itself when there is
 *     nothing to translate, or it is in the language that was asked for
 * @param source its language, told or given
 * @param characters of the source, in code points
 * @param segments none when it is the source itself
 */
public record TranslatedText(
    String text, Locale source, int characters, List<TranslatedSegment> segments) {

  public TranslatedText {
    segments = List.copyOf(segments);
  }

  static TranslatedText unchanged(String text, Locale source) {
    return new TranslatedText(text, source, text.codePointCount(0, text.length()), List.of());
  }
}
