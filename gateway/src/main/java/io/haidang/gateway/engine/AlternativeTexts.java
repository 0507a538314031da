package io.haidang.gateway.engine;

import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts other translations of the segments of a text together to other translations of the text. */
final class AlternativeTexts {

  private AlternativeTexts() {}

  /**
   * The first of these texts has the first alternative of each segment, the second the second, and
   * so on; a segment that has none left stays as it is written.
   *
   * @param others of each segment; none when nobody wants any
   * @return no two are equal
   */
  static List<String> of(
      SegmentedDocument document,
      List<TranslatedSegment> written,
      List<List<String>> others,
      TranslationContext context) {
    int most = others.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, most)
        .mapToObj(
            rank -> document.mergeText(targets(written, others, rank), context.pair().target()))
        .distinct()
        .toList();
  }

  private static List<String> targets(
      List<TranslatedSegment> written, List<List<String>> others, int rank) {
    List<String> targets = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      List<String> own = others.get(i);
      targets.add(rank < own.size() ? own.get(rank) : written.get(i).target());
    }
    return targets;
  }
}
