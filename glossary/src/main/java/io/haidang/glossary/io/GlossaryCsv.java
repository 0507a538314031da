package io.haidang.glossary.io;

import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.Validity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The short CSV form of a glossary: one row per concept, Vietnamese and English, in UTF-8.
 *
 * <p>Columns: {@code vi, en, abbreviation, valid_from, valid_to, status, forbidden_en, source,
 * note} and, if present, {@code successor}, the Vietnamese name of another row; dates are ISO 8601,
 * several forbidden wordings are separated by semicolons. {@link GlossaryImporter} reads any other
 * table.
 */
public final class GlossaryCsv {

  private static final List<String> COLUMNS =
      List.of(
          "vi",
          "en",
          "abbreviation",
          "valid_from",
          "valid_to",
          "status",
          "forbidden_en",
          "source",
          "note");

  private static final String SUCCESSOR = "successor";

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .get();

  private GlossaryCsv() {}

  /**
   * Reads a whole list; the release is named after {@code name} and a digest of the content.
   *
   * @throws GlossaryFormatException when a row is unusable; names the line and the column
   */
  public static Glossary read(String name, byte[] csv) {
    try (CSVParser rows = CSVParser.parse(new StringReader(text(csv)), FORMAT)) {
      requireColumns(rows.getHeaderNames());
      Map<ConceptId, Concept> concepts = new LinkedHashMap<>();
      Map<ConceptId, CSVRecord> successors = new LinkedHashMap<>();
      for (CSVRecord row : rows) {
        Concept concept = concept(row);
        if (concepts.putIfAbsent(concept.id(), concept) != null) {
          throw wrong(row, "vi", "one row for each name");
        }
        if (concept.successor() != null) {
          successors.put(concept.successor(), row);
        }
      }
      requireRows(successors, concepts.keySet());
      return Glossary.of(new GlossaryRelease(name + "-" + digest(csv)), concepts.values());
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new GlossaryFormatException(
          1, "not CSV (expected: comma-separated rows, quotes in pairs)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a list that {@link #read} reads back.
   *
   * @return what a row has no place for: other languages, case rules, reasons, and so on
   * @throws IOException when the stream cannot be written
   */
  public static LossReport write(Collection<Concept> concepts, OutputStream out)
      throws IOException {
    CSVPrinter rows =
        new CSVPrinter(
            new OutputStreamWriter(out, StandardCharsets.UTF_8),
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
    rows.printRecord(Stream.concat(COLUMNS.stream(), Stream.of(SUCCESSOR)));
    ShortCsvWriter writer = new ShortCsvWriter(concepts);
    for (Concept concept : concepts) {
      writer.write(concept, rows);
    }
    rows.flush();
    return writer.losses();
  }

  private static void requireRows(Map<ConceptId, CSVRecord> successors, Set<ConceptId> known) {
    successors.forEach(
        (id, row) -> {
          if (!known.contains(id)) {
            throw wrong(row, SUCCESSOR, "the vi of another row");
          }
        });
  }

  private static String text(byte[] csv) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new GlossaryFormatException(1, "encoding: not UTF-8 (expected: UTF-8)");
    }
  }

  private static void requireColumns(List<String> header) {
    if (!header.containsAll(COLUMNS)) {
      throw new GlossaryFormatException(
          1, "header: columns are missing (expected: " + String.join(",", COLUMNS) + ")");
    }
  }

  private static Concept concept(CSVRecord row) {
    if (!row.isConsistent()) {
      throw new GlossaryFormatException(
          row.getRecordNumber() + 1,
          "row: " + row.size() + " columns (expected: as in the header)");
    }
    String vietnamese = required(row, "vi");
    return Concept.builder(ConceptSlug.of(vietnamese))
        .terms(terms(row, vietnamese))
        .validity(validity(row))
        .successor(successor(row))
        .source(row.get("source").strip())
        .note(row.get("note").strip())
        .build();
  }

  private static @Nullable ConceptId successor(CSVRecord row) {
    String name = row.isMapped(SUCCESSOR) ? row.get(SUCCESSOR).strip() : "";
    if (name.isEmpty()) {
      return null;
    }
    ConceptId successor = ConceptSlug.of(name);
    if (successor.equals(ConceptSlug.of(row.get("vi")))) {
      throw wrong(row, SUCCESSOR, "the vi of another row");
    }
    return successor;
  }

  private static List<Term> terms(CSVRecord row, String vietnamese) {
    TermStatus status = status(row);
    List<Term> terms = new ArrayList<>();
    terms.add(new Term(VIETNAMESE, vietnamese, status));
    terms.add(new Term(Locale.ENGLISH, required(row, "en"), status));
    for (String abbreviation : parts(row, "abbreviation")) {
      terms.add(new Term(Locale.ENGLISH, abbreviation, TermStatus.ABBREVIATION));
    }
    for (String forbidden : parts(row, "forbidden_en")) {
      terms.add(new Term(Locale.ENGLISH, forbidden, TermStatus.FORBIDDEN));
    }
    return terms;
  }

  private static TermStatus status(CSVRecord row) {
    try {
      return TermStatus.valueOf(row.get("status").strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw wrong(row, "status", "preferred, admitted, abbreviation or forbidden");
    }
  }

  private static Validity validity(CSVRecord row) {
    try {
      return new Validity(date(row, "valid_from"), date(row, "valid_to"));
    } catch (IllegalArgumentException e) {
      throw wrong(row, "valid_to", "a day not before valid_from");
    }
  }

  private static @Nullable LocalDate date(CSVRecord row, String column) {
    String value = row.get(column).strip();
    if (value.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw wrong(row, column, "a date such as 2025-02-28");
    }
  }

  private static List<String> parts(CSVRecord row, String column) {
    List<String> parts = new ArrayList<>();
    for (String part : row.get(column).split(";", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  private static String required(CSVRecord row, String column) {
    String value = row.get(column).strip();
    if (value.isEmpty()) {
      throw wrong(row, column, "a name");
    }
    return value;
  }

  private static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static GlossaryFormatException wrong(CSVRecord row, String column, String expected) {
    return new GlossaryFormatException(
        row.getRecordNumber() + 1,
        column + ": " + shown(row.get(column)) + " (expected: " + expected + ")");
  }

  private static String shown(String value) {
    return value.length() <= 60 ? value : value.substring(0, 60) + "…";
  }
}
