package io.haidang.glossary.io;

import io.haidang.glossary.CaseRule;
import io.haidang.glossary.Concept;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Term;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes one row for each term; what belongs to the concept stands in each of its rows. */
final class TableWriter {

  private static final int LONGEST_CELL = 32_767;

  private TableWriter() {}

  /** Spreadsheet programs need the byte order mark to see that it is UTF-8. */
  static LossReport writeText(Collection<Concept> concepts, char delimiter, OutputStream out)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write('\uFEFF');
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    CSVPrinter rows = new CSVPrinter(text, format);
    rows.printRecord(header());
    for (Concept concept : concepts) {
      for (Term term : concept.terms()) {
        rows.printRecord(cells(concept, term));
      }
    }
    rows.flush();
    return LossReport.NONE;
  }

  static LossReport writeWorkbook(Collection<Concept> concepts, OutputStream out)
      throws IOException {
    LossReport.Counter losses = new LossReport.Counter();
    Workbook workbook = new Workbook(out, "Hai Dang", null);
    Worksheet sheet = workbook.newWorksheet("terms");
    int row = 0;
    writeRow(sheet, row++, header(), losses);
    for (Concept concept : concepts) {
      for (Term term : concept.terms()) {
        writeRow(sheet, row++, cells(concept, term), losses);
      }
    }
    workbook.finish();
    return losses.report();
  }

  private static void writeRow(
      Worksheet sheet, int row, List<String> cells, LossReport.Counter losses) {
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      if (!cell.isEmpty()) {
        sheet.value(row, column, fitting(cell, losses));
      }
    }
  }

  private static String fitting(String cell, LossReport.Counter losses) {
    String plain = cell.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    if (plain.length() < cell.length()) {
      losses.lost("control characters");
    }
    if (plain.length() <= LONGEST_CELL) {
      return plain;
    }
    losses.lost("text beyond " + LONGEST_CELL + " characters");
    return plain.substring(0, LONGEST_CELL);
  }

  private static List<String> header() {
    return Arrays.stream(Field.values()).map(Field::header).toList();
  }

  private static List<String> cells(Concept concept, Term term) {
    return Arrays.stream(Field.values()).map(field -> cell(field, concept, term)).toList();
  }

  private static String cell(Field field, Concept concept, Term term) {
    return switch (field) {
      case CONCEPT_ID -> concept.id().value();
      case LANGUAGE -> term.language().toLanguageTag();
      case TERM -> term.text();
      case STATUS -> Values.name(term.status());
      case REASON -> term.reason();
      case CASE -> term.caseRule() == CaseRule.NAME ? "" : Values.name(term.caseRule());
      case FIRST_MENTION ->
          term.firstMention() == FirstMention.WHEN_USED ? "" : Values.name(term.firstMention());
      case DOMAIN -> concept.domain();
      case DEFINITION -> concept.definition();
      case NOTE -> concept.note();
      case SOURCE -> concept.source();
      case ARTICLE -> concept.article();
      case VALID_FROM -> text(concept.validity().from());
      case VALID_TO -> text(concept.validity().to());
      case SUCCESSOR -> text(concept.successor());
      case TRANSLATE -> concept.translatable() ? "" : "no";
    };
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
