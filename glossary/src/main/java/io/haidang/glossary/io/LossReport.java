package io.haidang.glossary.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What got lost between a file and a glossary, either way.
 *
 * @param entries in the order in which it was met; empty when everything was kept
 */
public record LossReport(List<Entry> entries) {

  /** Nothing was lost. */
  public static final LossReport NONE = new LossReport(List.of());

  public LossReport {
    entries = List.copyOf(entries);
  }

  /** How much of it is left. */
  public enum Kind {
    /** The other side has no place for it. */
    LOST,
    /** Kept in a note that Hải Đăng reads back; other programs show the note at most. */
    KEPT_AS_NOTE
  }

  /**
   * One kind of content.
   *
   * @param field its name, such as {@code valid_to} or {@code partOfSpeech}
   * @param count how often it occurred
   */
  public record Entry(Kind kind, String field, long count) {}

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Counts losses while a file is read or written. Not thread-safe. */
  static final class Counter {

    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_NAME = 60;

    private final Map<String, Long> lost = new LinkedHashMap<>();
    private final Map<String, Long> noted = new LinkedHashMap<>();

    void lost(String field) {
      add(lost, field);
    }

    void keptAsNote(String field) {
      add(noted, field);
    }

    private static void add(Map<String, Long> counts, String field) {
      String name = field.length() <= LONGEST_NAME ? field : field.substring(0, LONGEST_NAME);
      if (counts.size() < MOST_FIELDS || counts.containsKey(name)) {
        counts.merge(name, 1L, Long::sum);
      }
    }

    LossReport report() {
      List<Entry> entries = new ArrayList<>();
      noted.forEach((field, count) -> entries.add(new Entry(Kind.KEPT_AS_NOTE, field, count)));
      lost.forEach((field, count) -> entries.add(new Entry(Kind.LOST, field, count)));
      return new LossReport(entries);
    }
  }
}
