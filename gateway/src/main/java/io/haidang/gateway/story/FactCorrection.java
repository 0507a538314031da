package io.haidang.gateway.story;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.fact.Fact;
import java.util.ArrayList;
import java.util.List;

/** Writes another wording where a text states a fact. */
final class FactCorrection {

  private FactCorrection() {}

  /**
   * The segments of a document, corrected.
   *
   * @param places in reading order; spans count without inline codes
   */
  static List<String> of(SegmentedDocument document, List<Fact> places, String wording) {
    List<String> segments = new ArrayList<>(document.segments());
    for (int i = places.size() - 1; i >= 0; i--) { // From the end, so that spans stay true.
      Fact fact = places.get(i);
      String coded = segments.get(fact.segment());
      TextSpan span = CodedText.parse(coded).coded(fact.span());
      String codes = codesOf(span.of(coded));
      segments.set(
          fact.segment(),
          coded.substring(0, span.start()) + wording + codes + coded.substring(span.end()));
    }
    return segments;
  }

  /** Codes inside of what is replaced move behind it, so that none is lost. */
  private static String codesOf(String replaced) {
    StringBuilder codes = new StringBuilder();
    CodedText.parse(replaced).codes().forEach(code -> codes.append(code.text()));
    return codes.toString();
  }
}
