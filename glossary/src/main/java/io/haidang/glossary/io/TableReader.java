package io.haidang.glossary.io;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.io.RowProblem.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a table into concepts. Not thread-safe. */
final class TableReader {

  private final TableRows rows;
  private final ImportOptions options;
  private final ImportCollector collector;

  private TableReader(TableRows rows, ImportOptions options) {
    this.rows = rows;
    this.options = options;
    this.collector = new ImportCollector(options);
  }

  static ImportResult read(TableRows rows, ImportOptions options) throws IOException {
    return new TableReader(rows, options).read();
  }

  static TableHeader header(TableRows rows, ImportOptions options) throws IOException {
    TableRows.Row first = rows.next();
    if (first == null) {
      throw new GlossaryFormatException(1, "table: empty (expected: a header and rows)");
    }
    int mostColumns = options.limits().columns();
    if (first.cells().size() > mostColumns) {
      throw new GlossaryFormatException(
          first.line(), "header: over " + mostColumns + " columns (expected: at most that)");
    }
    return TableHeader.of(first, options.columns());
  }

  private ImportResult read() throws IOException {
    TableHeader header = header(rows, options);
    header.requireUsable();
    for (TableRows.Row row = rows.next(); row != null; row = rows.next()) {
      collector.startRow(row.line(), rows.bytesRead());
      read(header, row);
      if (collector.isFull()) {
        break;
      }
    }
    return collector.finish(rows.bytesRead());
  }

  private void read(TableHeader header, TableRows.Row row) {
    @Nullable ConceptDraft draft = null;
    try {
      requireFit(header, row);
      draft = draft(header, row);
      setFields(header, row, draft);
      if (header.isOneTermPerRow()) {
        addTerm(header, row, draft);
      } else {
        addWordings(header, row, draft);
      }
    } catch (FieldException e) {
      RowProblem problem = FieldException.problem(e);
      collector.error(row.line(), header.column(problem.subject()), problem);
      if (draft != null) {
        draft.markUnusable();
      }
    }
  }

  private void requireFit(TableHeader header, TableRows.Row row) {
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      if (cell.length() > options.limits().characters()) {
        throw new FieldException(
            "cell", cell, Kind.AT_MOST_CHARACTERS, String.valueOf(options.limits().characters()));
      }
      boolean isUnknown = i >= header.size() || header.roles().get(i).equals(ColumnRole.SKIP);
      if (isUnknown && !cell.isBlank()) {
        if (i >= header.size()) {
          throw new FieldException(
              "row", row.cells().size() + " columns", Kind.AT_MOST, String.valueOf(header.size()));
        }
        collector.losses().lost(header.names().get(i));
      }
    }
  }

  /** The concept of a row: by its identifier, else by its first wording. */
  private ConceptDraft draft(TableHeader header, TableRows.Row row) {
    String given = header.cell(row, Field.CONCEPT_ID);
    boolean isShared = header.isOneTermPerRow();
    if (given.isEmpty() && isShared) {
      throw new FieldException("concept_id", given, Kind.NAME);
    }
    ConceptId id =
        given.isEmpty() ? ConceptSlug.of(firstWording(header, row)) : new ConceptId(given);
    @Nullable ConceptDraft known = collector.find(id);
    if (known != null && !isShared) {
      throw new FieldException("row", id.value(), Kind.ONE_ROW_FOR_A_NAME);
    }
    ConceptDraft draft = known == null ? new ConceptDraft(id, row.line()) : known;
    collector.add(draft);
    return draft;
  }

  private static String firstWording(TableHeader header, TableRows.Row row) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (header.roles().get(i).isWording() && !row.cells().get(i).isBlank()) {
        return row.cells().get(i);
      }
    }
    throw new FieldException("row", "no wording", Kind.NAME_IN_ONE_LANGUAGE);
  }

  private static void setFields(TableHeader header, TableRows.Row row, ConceptDraft draft) {
    for (Field field : Field.values()) {
      if (!field.isOfTerm() && field != Field.CONCEPT_ID) {
        String value = header.cell(row, field);
        check(field, value);
        draft.set(field, value);
      }
    }
  }

  /** Here, because the row of a wrong value is known here. */
  private static void check(Field field, String value) {
    if (value.isEmpty()) {
      return;
    }
    if (field == Field.VALID_FROM || field == Field.VALID_TO) {
      Values.date(field.header(), value);
    } else if (field == Field.TRANSLATE) {
      Values.yesOrNo(field.header(), value);
    }
  }

  private static void addTerm(TableHeader header, TableRows.Row row, ConceptDraft draft) {
    String text = header.cell(row, Field.TERM);
    if (text.isEmpty()) {
      throw new FieldException("term", text, Kind.NAME);
    }
    Locale language = Values.language(header.cell(row, Field.LANGUAGE));
    addTerm(header, row, draft, language, text, status(header, row, TermStatus.PREFERRED));
  }

  private static TermStatus status(TableHeader header, TableRows.Row row, TermStatus usual) {
    String status = header.cell(row, Field.STATUS);
    return status.isEmpty() ? usual : Values.status(status);
  }

  private static void addTerm(
      TableHeader header,
      TableRows.Row row,
      ConceptDraft draft,
      Locale language,
      String text,
      TermStatus status) {
    boolean isForbidden = status == TermStatus.FORBIDDEN;
    draft.add(
        ConceptDraft.term(
            language,
            text,
            status,
            isForbidden || header.isOneTermPerRow() ? header.cell(row, Field.REASON) : "",
            header.cell(row, Field.CASE),
            header.cell(row, Field.FIRST_MENTION)));
  }

  private void addWordings(TableHeader header, TableRows.Row row, ConceptDraft draft) {
    TermStatus ofRow = status(header, row, TermStatus.PREFERRED);
    for (int i = 0; i < row.cells().size(); i++) {
      ColumnRole role = header.roles().get(i);
      if (role.status() == null || role.language() == null) {
        continue;
      }
      String cell = row.cells().get(i).strip();
      boolean isName = role.status() == TermStatus.PREFERRED;
      for (String text : isName ? List.of(cell) : List.of(cell.split(";"))) {
        if (!text.isBlank()) {
          TermStatus status = isName ? ofRow : role.status();
          addTerm(header, row, draft, role.language(), text, status);
        }
      }
    }
  }
}
