package io.haidang.gateway.memory;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.memory.MemoryDesk.Count;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The memory as a client may name it: one for each language in which segments begin, with an id
 * that stays. What they hold is counted at most once in ten seconds, since that reads all of them.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class NamedMemories {

  private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(10);

  private final Database database;
  private final Clock clock;
  private volatile @Nullable Counted counted;

  private record Counted(Instant at, List<NamedMemory> memories) {}

  public NamedMemories(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All of them, in the order of their languages. */
  public List<NamedMemory> list() {
    Counted last = counted;
    Instant now = clock.instant();
    if (last == null || Duration.between(last.at(), now).abs().compareTo(BETWEEN_COUNTS) >= 0) {
      last = new Counted(now, database.jdbi().inTransaction(NamedMemories::read));
      counted = last;
    }
    return last.memories();
  }

  /**
   * One of them.
   *
   * @throws GatewayException {@code not-found}
   */
  public NamedMemory find(UUID id) {
    return list().stream()
        .filter(memory -> memory.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new GatewayException(ErrorCode.NOT_FOUND, "Translation memory not found"));
  }

  /** Gives the memory of a language an id and a name that somebody knows it by. */
  public void name(UUID id, String name, Locale source) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              lock(handle);
              handle
                  .createUpdate("delete from memory_name where source_language = :source")
                  .bind("source", source.getLanguage())
                  .execute();
              insert(handle, id, name, source.getLanguage());
            });
    counted = null;
  }

  private static List<NamedMemory> read(Handle handle) {
    Map<String, List<Count>> bySource = new HashMap<>();
    for (Count count : MemoryTable.counts(handle)) {
      bySource
          .computeIfAbsent(count.pair().source().getLanguage(), key -> new ArrayList<>())
          .add(count);
    }
    Map<String, Named> names = names(handle);
    if (!names.keySet().containsAll(bySource.keySet())) {
      lock(handle);
      names = names(handle);
      for (String source : bySource.keySet()) {
        if (!names.containsKey(source)) {
          insert(handle, UUID.randomUUID(), usualName(source), source);
        }
      }
      names = names(handle);
    }
    return names.entrySet().stream()
        .map(
            named ->
                memory(
                    named.getKey(),
                    named.getValue(),
                    bySource.getOrDefault(named.getKey(), List.of())))
        .sorted(Comparator.comparing(memory -> memory.source().toLanguageTag()))
        .toList();
  }

  private static NamedMemory memory(String source, Named named, List<Count> counts) {
    return new NamedMemory(
        named.id(),
        named.name(),
        Locale.forLanguageTag(source),
        counts.stream()
            .map(count -> count.pair().target())
            .distinct()
            .sorted(Comparator.comparing(Locale::toLanguageTag))
            .toList(),
        counts.stream().mapToLong(Count::entries).sum());
  }

  private static String usualName(String source) {
    return "Translation memory, "
        + Locale.forLanguageTag(source).getDisplayLanguage(Locale.ENGLISH);
  }

  /** The memory itself is locked while names are given: each language gets one. */
  private static void lock(Handle handle) {
    handle.createQuery("select id from memory_head for update").mapTo(Integer.class).list();
  }

  private record Named(UUID id, String name) {}

  private static Map<String, Named> names(Handle handle) {
    Map<String, Named> names = new HashMap<>();
    handle
        .createQuery("select source_language, id, name from memory_name")
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("source_language"),
                    new Named(row.getObject("id", UUID.class), row.getString("name"))))
        .forEach(named -> names.put(named.getKey(), named.getValue()));
    return names;
  }

  private static void insert(Handle handle, UUID id, String name, String source) {
    handle
        .createUpdate(
            "insert into memory_name (source_language, id, name) values (:source, :id, :name)")
        .bind("source", source)
        .bind("id", id)
        .bind("name", name)
        .execute();
  }
}
