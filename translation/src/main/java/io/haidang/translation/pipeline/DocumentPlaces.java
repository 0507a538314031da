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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Whether a finding is about a place, and not about the words. */
  public static boolean isOwn(Finding finding) {
    return IDS.contains(finding.check());
  }

  /**
   * What is wrong with the places, by the index of the segment.
   *
   * @param targets one for each segment of the document, in its order
   */
  public static Map<Integer, List<Finding>> findings(
      List<String> targets, SegmentedDocument document, MergeOptions options) {
    return document.check(targets, options).stream()
        .collect(
            Collectors.groupingBy(
                PlaceFinding::index,
                Collectors.mapping(DocumentPlaces::finding, Collectors.toList())));
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
    findings(targets, document, options)
        .forEach((index, found) -> settled.set(index, with(settled.get(index), found)));
    return settled;
  }

  private static Finding finding(PlaceFinding found) {
    Severity severity = found.error() ? Severity.ERROR : Severity.WARNING;
    return new Finding(found.id(), severity, null, null, found.limit(), found.detail());
  }

  private static TranslatedSegment with(TranslatedSegment segment, List<Finding> more) {
    List<Finding> findings =
        Stream.concat(segment.findings().stream(), more.stream())
            .sorted(Comparator.comparing(Finding::severity))
            .toList();
    return segment.withSimilarity(segment.similarity(), findings);
  }
}
