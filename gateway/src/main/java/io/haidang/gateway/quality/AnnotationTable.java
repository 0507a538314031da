package io.haidang.gateway.quality;

import io.haidang.glossary.TextSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Errors that reviewers have seen. */
final class AnnotationTable {

  private AnnotationTable() {}

  static void insert(Handle handle, Annotation annotation) {
    TextSpan span = annotation.span();
    handle
        .createUpdate(
            "insert into annotation (id, target_id, idx, category, severity, span_start, span_end,"
                + " quote, remark, maker_id, maker, at) values (:id, :target, :idx, :category,"
                + " :severity, :start, :end, :quote, :remark, :makerId, :maker, :at)")
        .bind("id", annotation.id())
        .bind("target", annotation.target())
        .bind("idx", annotation.segment())
        .bind("category", annotation.category().name())
        .bind("severity", annotation.severity().name())
        .bindByType("start", span == null ? null : span.start(), Integer.class)
        .bindByType("end", span == null ? null : span.end(), Integer.class)
        .bind("quote", annotation.quote())
        .bind("remark", annotation.remark())
        .bind("makerId", annotation.maker())
        .bind("maker", annotation.makerName())
        .bind("at", annotation.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  static void delete(Handle handle, UUID id) {
    handle.execute("delete from annotation where id = ?", id);
  }

  static Optional<Annotation> find(Handle handle, UUID id) {
    return handle
        .createQuery("select * from annotation where id = :id")
        .bind("id", id)
        .map((row, context) -> annotation(row))
        .findOne();
  }

  /** Those of a product, in reading order; the latest last. */
  static List<Annotation> of(Handle handle, UUID target) {
    return handle
        .createQuery("select * from annotation where target_id = :target order by idx, at, id")
        .bind("target", target)
        .map((row, context) -> annotation(row))
        .list();
  }

  /** Those that nobody has decided about. */
  static List<Annotation> open(Handle handle, UUID target) {
    return of(handle, target).stream().filter(annotation -> !annotation.isDecided()).toList();
  }

  /** What is open belongs to a result from now on. */
  static void close(Handle handle, UUID target, long result) {
    handle.execute(
        "update annotation set result_id = ? where target_id = ? and result_id is null",
        result,
        target);
  }

  private static Annotation annotation(ResultSet row) throws SQLException {
    return new Annotation(
        row.getObject("id", UUID.class),
        row.getObject("target_id", UUID.class),
        row.getInt("idx"),
        ErrorCategory.valueOf(row.getString("category")),
        ErrorSeverity.valueOf(row.getString("severity")),
        span(row),
        row.getString("quote"),
        row.getString("remark"),
        row.getObject("maker_id", UUID.class),
        row.getString("maker"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("result_id") != null);
  }

  private static @Nullable TextSpan span(ResultSet row) throws SQLException {
    Integer start = row.getObject("span_start", Integer.class);
    return start == null ? null : new TextSpan(start, row.getInt("span_end"));
  }
}
