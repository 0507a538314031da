package io.haidang.gateway.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The chain in the database; there is no way to change or remove a link. */
final class SealTable {

  /**
   * How far behind the newest sealed entry of a log others may still appear: numbers are given
   * before the transaction that takes them ends.
   */
  private static final long LATECOMERS = 20_000;

  private static final String UNSEALED =
      " where not exists (select 1 from audit_seal s where s.area = :area and s.entry_id = e.id)";

  private SealTable() {}

  /** The last link, or {@link Seal#NONE}. */
  static Seal last(Handle handle) {
    return handle
        .createQuery("select * from audit_seal order by position desc limit 1")
        .map((row, context) -> Seal.of(row))
        .findOne()
        .orElse(Seal.NONE);
  }

  static Optional<Instant> lastTime(Handle handle) {
    return handle
        .createQuery("select sealed_at from audit_seal order by position desc limit 1")
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(OffsetDateTime::toInstant);
  }

  static List<Seal> after(Handle handle, long position, int most) {
    return handle
        .createQuery(
            "select * from audit_seal where position > :position order by position limit :most")
        .bind("position", position)
        .bind("most", most)
        .map((row, context) -> Seal.of(row))
        .list();
  }

  /** Entries of a log that have no seal yet, the oldest first. */
  static List<LogEntry> unsealed(Handle handle, Area area, int most) {
    return handle
        .createQuery(
            SealedLog.of(area)
                + UNSEALED
                + " and e.id > coalesce((select max(entry_id) from audit_seal where area = :area),"
                + " 0) - :latecomers order by e.id limit :most")
        .bind("area", area.name())
        .bind("latecomers", LATECOMERS)
        .bind("most", most)
        .map((row, context) -> LogEntry.of(area, row))
        .list();
  }

  /**
   * Entries of a log that have no seal although others that are as old have one; of a log that is
   * sealed from this release on, and has not been so far, none.
   */
  static long overlooked(Handle handle, Area area, Instant until) {
    return handle
        .createQuery(
            "select count(*) from ("
                + SealedLog.of(area)
                + UNSEALED
                + " and e.at < :until and exists"
                + " (select 1 from audit_seal f where f.area = :area)) overlooked")
        .bind("area", area.name())
        .bind("until", until.atOffset(ZoneOffset.UTC))
        .mapTo(Long.class)
        .one();
  }

  /** Entries of a log by their ids. */
  static Map<Long, LogEntry> entries(Handle handle, Area area, List<Long> ids) {
    return handle
        .createQuery(SealedLog.of(area) + " where e.id in (<ids>)")
        .bindList("ids", ids)
        .map((row, context) -> LogEntry.of(area, row))
        .collect(Collectors.toMap(LogEntry::id, entry -> entry));
  }

  static void append(Handle handle, List<Seal> seals, Instant at) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into audit_seal (position, area, entry_id, subject, digest, chain, sealed_at)"
                + " values (?, ?, ?, ?, ?, ?, ?)");
    for (Seal seal : seals) {
      batch.add(
          seal.position(),
          seal.area().name(),
          seal.entry(),
          seal.subject(),
          seal.digest(),
          seal.chain(),
          at.atOffset(ZoneOffset.UTC));
    }
    batch.execute();
  }

  /** What the retention log says of deleted stories, as it is stored. */
  static List<String> deletions(Handle handle) {
    return handle
        .createQuery("select data from retention_event where type = 'story-deleted'")
        .mapTo(String.class)
        .list();
  }
}
