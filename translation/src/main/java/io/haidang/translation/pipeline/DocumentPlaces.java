package io.haidang.translation.pipeline;

import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.PlaceFinding;
import io.haidang.translation.document.SegmentedDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the translations of a whole document fit into their places: fields with a limit, cues that
 * are shown for a time. Ids: {@code field-length}, {@code subtitle-lines}, {@code
 * subtitle-line-length}, {@code subtitle-speed}.
 *
 * <p><b>Blocking:</b> no I/O; time grows with the document.
 */
public final class DocumentPlaces {

  private DocumentPlaces() {}

  /**
   * The segments with what is wrong about their places.
   *
   * @param segments all of the document, in its order
   */
  public static List<TranslatedSegment> settle(
      List<TranslatedSegment> segments, SegmentedDocument document, MergeOptions options) {
    List<TranslatedSegment> settled = new ArrayList<>(segments);
    List<String> targets = segments.stream().map(TranslatedSegment::target).toList();
    for (PlaceFinding found : document.check(targets, options)) {
      settled.set(found.index(), with(settled.get(found.index()), finding(found)));
    }
    return settled;
  }

  private static Finding finding(PlaceFinding found) {
    Severity severity = found.error() ? Severity.ERROR : Severity.WARNING;
    return new Finding(found.id(), severity, null, null, found.limit(), found.detail());
  }

  private static TranslatedSegment with(TranslatedSegment segment, Finding finding) {
    List<Finding> findings =
        Stream.concat(segment.findings().stream(), Stream.of(finding))
            .sorted(Comparator.comparing(Finding::severity))
            .toList();
    return segment.withSimilarity(segment.similarity(), findings);
  }
}
