package io.haidang.gateway.memory;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.store.Database;
import io.haidang.translation.memory.MemoryEntry;
import io.haidang.translation.memory.MemoryOrigin;
import io.haidang.translation.memory.SegmentKey;
import io.haidang.translation.memory.tmx.TmxException;
import io.haidang.translation.memory.tmx.TmxListener;
import io.haidang.translation.memory.tmx.TmxReader;
import io.haidang.translation.memory.tmx.TmxUnit;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Takes a file into the memory, some thousand units to a transaction: what was taken in before a
 * failure stays, and taking the file in again adds only the rest. Not thread-safe; used once.
 */
public final class MemoryImport implements TmxListener {

  private static final int UNITS = 2_000;

  /** Of what was left out, that many are told with their places. */
  private static final int MOST_TOLD = 20;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DOMAIN = 100;

  private final Database database;
  private final ImportChoice choice;
  private final Instant now;
  private final LongConsumer progress;
  private final List<TmxUnit> waiting = new ArrayList<>();
  private final List<Skipped> told = new ArrayList<>();
  private final Map<String, Long> reasons = new HashMap<>();
  private int units;
  private long added;
  private long known;

  /**
   * An import that has yet to begin.
   *
   * @param progress told the number of units read, now and then
   */
  public MemoryImport(Database database, ImportChoice choice, Clock clock, LongConsumer progress) {
    this.database = database;
    this.choice = choice;
    this.now = clock.instant();
    this.progress = progress;
  }

  /** A unit that was left out. */
  public record Skipped(int line, String reason) {}

  /**
   * What became of a file.
   *
   * @param units translations read
   * @param added of these
   * @param known that the memory had, word by word
   * @param skipped units left out
   * @param first the first of them
   */
  public record Report(long units, long added, long known, long skipped, List<Skipped> first) {

    public Report {
      first = List.copyOf(first);
    }
  }

  /**
   * Reads the file to its end.
   *
   * @throws GatewayException {@code unreadable-memory} with the place, and how many units came in
   *     before
   */
  public Report run(InputStream file) {
    try {
      TmxReader.read(file, choice.pair(), this);
      store();
      return report();
    } catch (TmxException e) {
      store();
      throw new GatewayException(
          ErrorCode.UNREADABLE_MEMORY,
          e.getMessage() + "; " + added + " units before it were added",
          Map.of("added", added));
    }
  }

  /** Takes units that are at hand. */
  public Report run(List<TmxUnit> given) {
    given.forEach(this::unit);
    store();
    return report();
  }

  private Report report() {
    long skipped = reasons.values().stream().mapToLong(Long::longValue).sum();
    return new Report(units, added, known, skipped, told);
  }

  @Override
  public void unit(TmxUnit unit) {
    units++;
    waiting.add(unit);
    if (waiting.size() == UNITS) {
      store();
    }
  }

  @Override
  public void skipped(int line, String reason) {
    reasons.merge(reason, 1L, Long::sum);
    if (told.size() < MOST_TOLD) {
      told.add(new Skipped(line, reason));
    }
  }

  private void store() {
    if (!waiting.isEmpty()) {
      database.jdbi().useTransaction(this::store);
      waiting.clear();
    }
    progress.accept(units);
  }

  private void store(Handle handle) {
    Set<Long> keys = new HashSet<>();
    waiting.forEach(unit -> keys.add(SegmentKey.of(unit.pair(), unit.source())));
    Set<String> texts = new HashSet<>(MemoryTable.texts(handle, keys));
    List<TmxUnit> missing = new ArrayList<>();
    for (TmxUnit unit : waiting) {
      if (texts.add(unit.pair() + "\n" + unit.source() + "\n" + unit.target())) {
        missing.add(unit);
      }
    }
    known += waiting.size() - missing.size();
    if (missing.isEmpty()) {
      return;
    }
    long number = MemoryTable.numbers(handle, missing.size());
    int first = units - waiting.size();
    List<MemoryEntry> entries = new ArrayList<>();
    for (TmxUnit unit : missing) {
      entries.add(entry(number++, first + entries.size(), unit));
    }
    MemoryTable.insert(handle, entries);
    added += entries.size();
  }

  private MemoryEntry entry(long id, int place, TmxUnit unit) {
    String domain = choice.domain().isEmpty() ? unit.domain() : choice.domain();
    return new MemoryEntry(
        id,
        unit.pair(),
        unit.source(),
        unit.target(),
        unit.before(),
        unit.after(),
        cut(domain, LONGEST_DOMAIN),
        choice.label().name(),
        new MemoryOrigin(
            choice.vouched() ? MemoryOrigin.Kind.VOUCHED : MemoryOrigin.Kind.IMPORTED,
            choice.name(),
            place,
            cut(unit.person().isEmpty() ? choice.person() : unit.person(), LONGEST_NAME),
            Objects.requireNonNullElse(unit.at(), now),
            "",
            Set.of()));
  }

  private static String cut(String text, int most) {
    return text.codePoints()
        .limit(most / 2)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
