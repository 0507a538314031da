package io.haidang.gateway.review;

import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.pipeline.DocumentNames;
import io.haidang.translation.pipeline.DocumentPlaces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Holds a translation to the limits of its places beside all that other translations are held to.
 */
final class PlaceChecks implements ProductChecks {

  private final SegmentedDocument document;
  private final TranslationContext context;

  PlaceChecks(SegmentedDocument document, TranslationContext context) {
    this.document = document;
    this.context = context;
  }

  @Override
  public List<List<Finding>> after(List<SegmentRow> rows, int changed, String text) {
    List<String> targets =
        rows.stream().map(row -> row.index() == changed ? text : row.target()).toList();
    DocumentNames names =
        DocumentNames.of(rows.stream().map(SegmentRow::source).toList(), targets, context);
    Map<Integer, List<Finding>> places =
        DocumentPlaces.findings(whole(targets), document, options());
    return rows.stream()
        .map(
            row ->
                Stream.of(
                        row.index() == changed ? checked(row, text, names) : lasting(row),
                        names.findings(row.index()).stream(),
                        places.getOrDefault(row.index(), List.of()).stream())
                    .flatMap(found -> found)
                    .sorted(Comparator.comparing(Finding::severity))
                    .toList())
        .toList();
  }

  private Stream<Finding> checked(SegmentRow row, String text, DocumentNames names) {
    return Checks.run(row.source(), text, context, names.introducedBefore(row.index())).stream()
        .filter(finding -> !DocumentNames.isOwn(finding));
  }

  /** What the change of another segment does not touch. */
  private static Stream<Finding> lasting(SegmentRow row) {
    return row.findings().stream()
        .filter(finding -> !DocumentNames.isOwn(finding) && !DocumentPlaces.isOwn(finding));
  }

  /** A text that is not translated to its end has nothing in its last places yet. */
  private List<String> whole(List<String> targets) {
    List<String> whole = new ArrayList<>(targets);
    whole.addAll(Collections.nCopies(document.segments().size() - targets.size(), ""));
    return whole;
  }

  private MergeOptions options() {
    return MergeOptions.of(context.pair().target());
  }
}
