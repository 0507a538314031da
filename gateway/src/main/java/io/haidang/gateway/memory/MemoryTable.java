package io.haidang.gateway.memory;

import io.haidang.gateway.memory.MemoryDesk.Count;
import io.haidang.models.LanguagePair;
import io.haidang.translation.memory.MemoryEntry;
import io.haidang.translation.memory.MemoryOrigin;
import io.haidang.translation.memory.SegmentKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The entries of the memory and the numbers of its changes. */
final class MemoryTable {

  private static final String COLUMNS =
      "id, change, live, source_language, target_language, source_key, source, target,"
          + " before_source, after_source, domain, label, kind, target_id, document, idx, person,"
          + " at, release, accepted";

  private static final String VALUES =
      ":id, :id, true, :sourceLanguage, :targetLanguage, :key, :source, :target, :before, :after,"
          + " :domain, :label, :kind, cast(:targetId as uuid), :document, :idx, :person, :at, :release, :accepted";

  private MemoryTable() {}

  /** The last change and the name of the memory. */
  record Head(long change, String name) {}

  /**
   * One row of the log.
   *
   * @param entry empty when the change was to withdraw it
   */
  record Change(long number, long id, Optional<MemoryEntry> entry) {}

  static Head head(Handle handle) {
    return handle
        .createQuery("select change, name from memory_head")
        .map((row, context) -> new Head(row.getLong("change"), row.getString("name")))
        .one();
  }

  /** Gives the memory its name; false when it has one. */
  static boolean begin(Handle handle, String name) {
    return handle
            .createUpdate("update memory_head set name = :name where name = ''")
            .bind("name", name)
            .execute()
        == 1;
  }

  /**
   * Takes numbers for changes. Until this transaction ends nobody else gets any, so that changes
   * become visible in the order of their numbers.
   *
   * @return the first of them
   */
  static long numbers(Handle handle, int count) {
    handle
        .createUpdate("update memory_head set change = change + :count")
        .bind("count", count)
        .execute();
    return handle.createQuery("select change from memory_head").mapTo(Long.class).one() - count + 1;
  }

  /** Adds entries whose ids are numbers that were just taken. */
  static void insert(Handle handle, List<MemoryEntry> entries) {
    PreparedBatch batch =
        handle.prepareBatch("insert into memory_entry (" + COLUMNS + ") values (" + VALUES + ")");
    for (MemoryEntry entry : entries) {
      MemoryOrigin origin = entry.origin();
      boolean isApproved = origin.kind() == MemoryOrigin.Kind.APPROVED;
      batch
          .bind("id", entry.id())
          .bind("sourceLanguage", entry.pair().source().toLanguageTag())
          .bind("targetLanguage", entry.pair().target().toLanguageTag())
          .bind("key", SegmentKey.of(entry.pair(), entry.source()))
          .bind("source", entry.source())
          .bind("target", entry.target())
          .bind("before", entry.before())
          .bind("after", entry.after())
          .bind("domain", entry.domain())
          .bind("label", entry.label())
          .bind("kind", origin.kind().name())
          .bindByType(
              "targetId", isApproved ? UUID.fromString(origin.document()) : null, UUID.class)
          .bind("document", origin.document())
          .bind("idx", origin.segment())
          .bind("person", origin.person())
          .bind("at", origin.at().atOffset(ZoneOffset.UTC))
          .bind("release", origin.release())
          .bind("accepted", String.join(",", origin.accepted()))
          .add();
    }
    if (!entries.isEmpty()) {
      batch.execute();
    }
  }

  /** The entries in force that came from an approved translation. */
  static List<Long> ofTarget(Handle handle, UUID target) {
    return handle
        .createQuery("select id from memory_entry where target_id = :target and live")
        .bind("target", target)
        .mapTo(Long.class)
        .list();
  }

  /** Withdraws entries and forgets their texts. */
  static void withdraw(Handle handle, List<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    long number = numbers(handle, ids.size());
    PreparedBatch batch =
        handle.prepareBatch(
            "update memory_entry set live = false, change = :number, source_key = 0, source = '',"
                + " target = '', before_source = null, after_source = null where id = :id");
    for (Long id : ids) {
      batch.bind("number", number++).bind("id", id).add();
    }
    batch.execute();
  }

  static List<MemoryEntry> withKey(Handle handle, long key, int most) {
    return handle
        .createQuery(
            "select * from memory_entry where source_key = :key and live order by id desc"
                + " limit :most")
        .bind("key", key)
        .bind("most", most)
        .map((row, context) -> entry(row))
        .list();
  }

  static List<MemoryEntry> all(Handle handle, Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : handle
            .createQuery("select * from memory_entry where id in (<ids>) and live")
            .bindList("ids", List.copyOf(ids))
            .map((row, context) -> entry(row))
            .list();
  }

  /** Source and target of the entries in force that have one of the keys; for finding doubles. */
  static Set<String> texts(Handle handle, Collection<Long> keys) {
    return keys.isEmpty()
        ? Set.of()
        : handle
            .createQuery(
                "select source_language, target_language, source, target from memory_entry"
                    + " where source_key in (<keys>) and live")
            .bindList("keys", List.copyOf(keys))
            .map(
                (row, context) ->
                    pair(row) + "\n" + row.getString("source") + "\n" + row.getString("target"))
            .collect(Collectors.toSet());
  }

  /** The changes after {@code position}, in order. */
  static List<Change> changes(Handle handle, long position, int most) {
    return handle
        .createQuery(
            "select * from memory_entry where change > :position order by change limit :most")
        .bind("position", position)
        .bind("most", most)
        .map(
            (row, context) ->
                new Change(
                    row.getLong("change"),
                    row.getLong("id"),
                    row.getBoolean("live") ? Optional.of(entry(row)) : Optional.empty()))
        .list();
  }

  /** The entries in force after an id, in the order of ids. */
  static List<MemoryEntry> after(Handle handle, long id, int most) {
    return handle
        .createQuery("select * from memory_entry where id > :id and live order by id limit :most")
        .bind("id", id)
        .bind("most", most)
        .map((row, context) -> entry(row))
        .list();
  }

  static List<Count> counts(Handle handle) {
    return handle
        .createQuery(
            "select source_language, target_language, kind, count(*) as entries from memory_entry"
                + " where live group by source_language, target_language, kind order by 1, 2, 3")
        .map(
            (row, context) ->
                new Count(
                    pair(row),
                    MemoryOrigin.Kind.valueOf(row.getString("kind")),
                    row.getLong("entries")))
        .list();
  }

  private static LanguagePair pair(ResultSet row) throws SQLException {
    return LanguagePair.of(row.getString("source_language"), row.getString("target_language"));
  }

  private static MemoryEntry entry(ResultSet row) throws SQLException {
    String accepted = row.getString("accepted");
    return new MemoryEntry(
        row.getLong("id"),
        pair(row),
        row.getString("source"),
        row.getString("target"),
        row.getString("before_source"),
        row.getString("after_source"),
        row.getString("domain"),
        row.getString("label"),
        new MemoryOrigin(
            MemoryOrigin.Kind.valueOf(row.getString("kind")),
            row.getString("document"),
            row.getInt("idx"),
            row.getString("person"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("release"),
            accepted.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(accepted.split(",", -1)))));
  }
}
