package io.haidang.translation.evaluate;

import io.haidang.glossary.ConceptId;
import io.haidang.translation.evaluate.EvaluationSentence.OrdinaryWord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sentences with official names, as a table of tab-separated columns in UTF-8: {@code id, share,
 * date, kind, source, names, ordinary, reference}. Names are written {@code concept=wording} and
 * separated by semicolons; an ordinary word is written {@code source=target}. No quoting.
 *
 * <p><b>Thread-safety:</b> immutable.
 *
 * @param sentences in the order of the file; at least one, each id once
 */
public record EvaluationSet(List<EvaluationSentence> sentences) {

  private static final String HEADER = "id\tshare\tdate\tkind\tsource\tnames\tordinary\treference";
  private static final int COLUMNS = 8;

  public EvaluationSet {
    sentences = List.copyOf(sentences);
  }

  /**
   * Reads a whole file.
   *
   * @throws EvaluationSetException when a line is unusable
   * @throws IOException when the file cannot be read
   */
  public static EvaluationSet read(Path file) throws IOException {
    List<String> lines = lines(file);
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new EvaluationSetException(
          1, "header: other columns (expected: " + HEADER.replace('\t', ' ') + ")");
    }
    List<EvaluationSentence> sentences = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int line = 2; line <= lines.size(); line++) {
      EvaluationSentence sentence = sentence(line, lines.get(line - 1));
      if (!ids.add(sentence.id())) {
        throw wrong(line, "id", sentence.id(), "each once");
      }
      sentences.add(sentence);
    }
    if (sentences.isEmpty()) {
      throw new EvaluationSetException(2, "sentences: none (expected: at least one)");
    }
    return new EvaluationSet(sentences);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new EvaluationSetException(1, "encoding: not UTF-8 (expected: UTF-8)");
    }
  }

  private static EvaluationSentence sentence(long line, String row) {
    String[] cells = row.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw wrong(line, "columns", String.valueOf(cells.length), String.valueOf(COLUMNS));
    }
    for (int i : new int[] {0, 1, 4, 7}) {
      if (cells[i].isBlank()) {
        throw wrong(line, HEADER.split("\t", -1)[i], "(blank)", "a text");
      }
    }
    return new EvaluationSentence(
        cells[0],
        cells[1],
        date(line, cells[2]),
        cells[3],
        cells[4],
        names(line, cells[5]),
        ordinary(line, cells[6]),
        cells[7]);
  }

  private static LocalDate date(long line, String cell) {
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeParseException e) {
      throw wrong(line, "date", cell, "a date such as 2025-02-28");
    }
  }

  private static List<ExpectedName> names(long line, String cell) {
    List<ExpectedName> names = new ArrayList<>();
    for (String name : cell.isBlank() ? new String[0] : cell.split(";", -1)) {
      String[] sides = sides(line, "names", name);
      names.add(new ExpectedName(new ConceptId(sides[0]), sides[1]));
    }
    return names;
  }

  private static @Nullable OrdinaryWord ordinary(long line, String cell) {
    if (cell.isBlank()) {
      return null;
    }
    String[] sides = sides(line, "ordinary", cell);
    return new OrdinaryWord(sides[0], sides[1]);
  }

  private static String[] sides(long line, String column, String pair) {
    int mark = pair.indexOf('=');
    if (mark <= 0 || pair.substring(0, mark).isBlank() || pair.substring(mark + 1).isBlank()) {
      throw wrong(line, column, pair.strip(), "two texts with = between");
    }
    return new String[] {pair.substring(0, mark).strip(), pair.substring(mark + 1).strip()};
  }

  private static EvaluationSetException wrong(
      long line, String column, String value, String expected) {
    return new EvaluationSetException(
        line, column + ": " + value + " (expected: " + expected + ")");
  }
}
