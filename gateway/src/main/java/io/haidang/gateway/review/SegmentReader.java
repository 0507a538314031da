package io.haidang.gateway.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Segments as a reviewer sees them: with the official names of the source marked. */
final class SegmentReader {

  private final Supplier<TermEnforcer> terms;

  SegmentReader(Supplier<TermEnforcer> terms) {
    this.terms = terms;
  }

  /** In reading order; fewer than all while a worker is busy. */
  List<SegmentView> all(Handle handle, Target target) {
    Glossary glossary = terms.get().glossary();
    return SegmentTable.list(handle, target.id()).stream()
        .map(row -> view(target, row, glossary))
        .toList();
  }

  /** Some of them, in reading order. */
  List<SegmentView> some(Handle handle, Target target, List<Integer> indices) {
    Glossary glossary = terms.get().glossary();
    return SegmentTable.list(handle, target.id(), indices).stream()
        .map(row -> view(target, row, glossary))
        .toList();
  }

  /** Which there are, in reading order, without reading them. */
  static List<Integer> places(Handle handle, UUID target, boolean onlyWithFindings) {
    return handle
        .createQuery(
            "select idx from segment where target_id = :id"
                + (onlyWithFindings ? " and findings <> '[]'" : "")
                + " order by idx")
        .bind("id", target)
        .mapTo(Integer.class)
        .list();
  }

  SegmentView view(Target target, SegmentRow row) {
    return view(target, row, terms.get().glossary());
  }

  private static SegmentView view(Target target, SegmentRow row, Glossary glossary) {
    return new SegmentView(
        row.index(),
        row.unit(),
        row.role(),
        row.origins(),
        row.source(),
        row.machine(),
        row.target(),
        row.state(),
        row.version(),
        row.confidence(),
        row.similarity(),
        row.target().equals(row.machine()) ? row.uncertain() : List.of(),
        row.findings(),
        glossary.match(row.source(), target.asset().sourceLanguage(), target.asset().textDate()),
        row.provenance());
  }
}
