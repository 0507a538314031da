package io.haidang.glossary.io;

import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.io.ImportOptions.OnError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers concepts, errors and losses while a file is read. Not thread-safe. */
final class ImportCollector {

  private static final int ROWS_BETWEEN_REPORTS = 1_000;

  private final ImportOptions options;
  private final Map<ConceptId, ConceptDraft> drafts = new LinkedHashMap<>();
  private final List<RowError> errors = new ArrayList<>();
  private final LossReport.Counter losses = new LossReport.Counter();
  private long rows;

  ImportCollector(ImportOptions options) {
    this.options = options;
  }

  LossReport.Counter losses() {
    return losses;
  }

  /** Counts a row and tells how far it is; refuses too many. */
  void startRow(long line, long bytesRead) {
    rows++;
    if (rows > options.limits().rows()) {
      throw new GlossaryFormatException(
          line, "rows: over " + options.limits().rows() + " (expected: at most that)");
    }
    if (rows % ROWS_BETWEEN_REPORTS == 0) {
      options.progress().read(bytesRead, rows);
    }
  }

  @Nullable ConceptDraft find(ConceptId id) {
    return drafts.get(id);
  }

  void add(ConceptDraft draft) {
    drafts.put(draft.id(), draft);
  }

  void error(long line, int column, RowProblem problem) {
    errors.add(new RowError(line, column, problem));
  }

  /** Whether so much is wrong that reading on helps nobody. */
  boolean isFull() {
    return errors.size() >= options.limits().errors();
  }

  ImportResult finish(long bytesRead) {
    options.progress().read(bytesRead, rows);
    List<Concept> concepts = new ArrayList<>();
    for (ConceptDraft draft : drafts.values()) {
      if (!draft.isUnusable() && !isFull()) {
        build(draft, concepts);
      }
    }
    errors.sort(Comparator.comparingLong(RowError::line));
    boolean refused =
        !errors.isEmpty() && (options.onError() == OnError.IMPORT_NOTHING || isFull());
    return new ImportResult(refused ? List.of() : concepts, errors, losses.report(), rows);
  }

  private void build(ConceptDraft draft, List<Concept> concepts) {
    try {
      concepts.add(withKnownSuccessor(draft.build()));
    } catch (FieldException | IllegalArgumentException e) {
      error(draft.line(), 0, FieldException.problem(e));
    }
  }

  /** A list may name the successor by its wording instead of its identifier. */
  private Concept withKnownSuccessor(Concept concept) {
    ConceptId successor = concept.successor();
    if (successor == null || drafts.containsKey(successor)) {
      return concept;
    }
    ConceptId byName = ConceptSlug.of(successor.value());
    return drafts.containsKey(byName) ? concept.toBuilder().successor(byName).build() : concept;
  }
}
