package io.haidang.translation.pipeline;

import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.PlaceFinding;
import io.haidang.translation.document.SegmentedDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the translations of a whole document fit into their places: fields with a limit, cues that
 * are shown for a time. Ids: {@code field-length}, {@code subtitle-lines}, {@code
 * subtitle-line-length}, {@code subtitle-speed}.
 *
 * <p><b>Blocking:</b> no I/O; time grows with the document.
 */
public final class DocumentPlaces {

  private static final Set<String> IDS =
      Set.of("field-length", "subtitle-lines", "subtitle-line-length", "subtitle-speed");

  private DocumentPlaces() {}

  /**
   * What still holds when a target gets another text, without reading the document again: one that
   * has not become shorter fits no better.
   *
   * @param findings about the text before, of all kinds
   */
  public static List<Finding> remaining(List<Finding> findings, String before, String after) {
    boolean shorter = InlineCodes.strip(after).length() < InlineCodes.strip(before).length();
    return shorter
        ? List.of()
        : findings.stream().filter(finding -> IDS.contains(finding.check())).toList();
  }

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
