package io.haidang.gateway.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.FindingIdentity;
import io.haidang.translation.pipeline.DocumentNames;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The findings of a document as it is after one segment has got another text: what the checks say
 * about that segment, and what the use of names in the document means for each.
 */
final class DocumentFindings {

  private final Target target;
  private final List<SegmentRow> rows;
  private final DocumentNames names;
  private final TranslationContext context;

  private DocumentFindings(
      Target target, List<SegmentRow> rows, DocumentNames names, TranslationContext context) {
    this.target = target;
    this.rows = rows;
    this.names = names;
    this.context = context;
  }

  /** Reads the document, with {@code text} in place of the segment that was {@code seen}. */
  static DocumentFindings after(
      Handle handle, Target target, SegmentRow seen, String text, TranslationContext context) {
    List<SegmentRow> rows = SegmentTable.list(handle, target.id());
    DocumentNames names =
        DocumentNames.of(
            rows.stream().map(SegmentRow::source).toList(),
            rows.stream().map(row -> row.index() == seen.index() ? text : row.target()).toList(),
            context);
    return new DocumentFindings(target, rows, names, context);
  }

  /** All findings about {@code text}, the new text of the segment that was {@code seen}. */
  List<Finding> of(SegmentRow seen, String text) {
    int index = seen.index();
    Stream<Finding> checked =
        Checks.run(seen.source(), text, context, names.introducedBefore(index)).stream()
            .filter(finding -> !DocumentNames.isOwn(finding));
    return sorted(checked, index);
  }

  /** A change of one segment may make or mend what is wrong with the names in another. */
  void refreshOthers(Handle handle, SegmentRow changed) {
    for (SegmentRow row : rows) {
      List<Finding> findings =
          FindingIdentity.carry(
              row.findings(),
              row.target(),
              sorted(row.findings().stream().filter(f -> !DocumentNames.isOwn(f)), row.index()),
              row.target(),
              row.source());
      if (row.index() != changed.index() && !findings.equals(row.findings())) {
        SegmentTable.setFindings(handle, target.id(), row.index(), findings);
      }
    }
  }

  private List<Finding> sorted(Stream<Finding> others, int index) {
    return Stream.concat(others, names.findings(index).stream())
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }
}
