package io.haidang.glossary.io;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads and writes lists of word pairs without a header, in which each source stands once: a line
 * for each pair with a tab between (TSV, no quotes), or RFC 4180 (CSV).
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class WordPairs {

  private static final String MARK = "\uFEFF";

  private WordPairs() {}

  /**
   * Reads lines of source, tab, target; empty lines are passed over.
   *
   * @throws WordPairException at the first line that is none, or has a source again
   */
  public static List<WordPair> tsv(String text) {
    Reading reading = new Reading();
    int start = text.startsWith(MARK) ? 1 : 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      String line = text.substring(start, end < 0 ? text.length() : end);
      if (!line.isBlank()) {
        reading.add(List.of(line.split("\t", -1)), start);
      }
      start += line.length() + 1;
    }
    return reading.pairs;
  }

  /**
   * Reads rows of source and target, and perhaps two languages; empty rows are passed over.
   *
   * @param wanted told the languages of a row that has them, whether to take it
   * @throws WordPairException at the first row that is none, or has a source again
   */
  public static List<WordPair> csv(String text, BiPredicate<String, String> wanted) {
    Reading reading = new Reading();
    String unmarked = text.startsWith(MARK) ? text.substring(1) : text;
    try (CSVParser rows = CSVFormat.RFC4180.parse(new StringReader(unmarked))) {
      for (CSVRecord row : rows) {
        List<String> cells = row.toList();
        boolean isEmpty = cells.stream().allMatch(String::isBlank);
        if (!isEmpty && (cells.size() < 4 || wanted.test(cells.get(2), cells.get(3)))) {
          reading.add(
              cells.size() == 4 ? cells.subList(0, 2) : cells, (int) row.getCharacterPosition());
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new WordPairException(
          "Entries are no CSV after the index " + (reading.pairs.size() - 1));
    }
    return reading.pairs;
  }

  /** As {@link #tsv} reads it, without a line end after the last pair. */
  public static String toTsv(List<WordPair> pairs) {
    return pairs.stream()
        .map(pair -> pair.source() + "\t" + pair.target())
        .collect(Collectors.joining("\n"));
  }

  /** Collects pairs and remembers where each source stands. Not thread-safe. */
  private static final class Reading {

    private final List<WordPair> pairs = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Integer> positions = new ArrayList<>();

    void add(List<String> cells, int position) {
      String here = place(pairs.size(), position);
      if (cells.size() < 2) {
        throw new WordPairException("Key" + here + " misses a target");
      }
      if (cells.size() > 2) {
        throw new WordPairException("Key" + here + " has more than one target");
      }
      WordPair pair = pair(cells, here);
      Integer earlier = indexes.putIfAbsent(pair.source(), pairs.size());
      if (earlier != null) {
        throw new WordPairException(
            "Key" + here + " duplicates key" + place(earlier, positions.get(earlier)));
      }
      pairs.add(pair);
      positions.add(position);
    }

    private static WordPair pair(List<String> cells, String here) {
      try {
        return new WordPair(cells.get(0), cells.get(1));
      } catch (IllegalArgumentException e) {
        throw new WordPairException("Entry" + here + " is invalid: " + e.getMessage());
      }
    }

    private static String place(int index, int position) {
      return " with the index " + index + " (starting at position " + position + ")";
    }
  }
}
