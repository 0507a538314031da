package io.haidang.gateway.draft;

import io.haidang.translation.review.TargetState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A target with its asset and author as one query reads them. */
final class TargetRow {

  /** Counts are read, not kept, so that they cannot go wrong. */
  static final String SELECT =
      "select t.*, a.title, a.story_id, a.kind, a.source_language, a.sensitivity, a.text_date,"
          + " a.created_at, r.text_digest, r.text_format, r.text_name,"
          + " r.text_options,"
          + AssetTable.WRITERS
          + PersonRow.COLUMNS
          + ", p.display_name as approver,"
          + " (select count(*) from segment s where s.target_id = t.id) as done,"
          + " (select count(*) from segment s where s.target_id = t.id and s.errors > 0) as errors,"
          + " (select count(*) from segment s where s.target_id = t.id and s.warnings > 0)"
          + " as warnings,"
          + " (select count(*) from comment_thread d where d.target_id = t.id"
          + " and d.state = 'OPEN') as threads,"
          + " (select count(*) from stale_reason s where s.target_id = t.id) as stale"
          + " from target t join asset a on a.id = t.asset_id"
          + " join asset_revision r on r.asset_id = t.asset_id and r.number = t.revision"
          + " join account u on u.id = a.author_id"
          + " left join account p on p.id = t.approver_id ";

  private TargetRow() {}

  static Target target(ResultSet row) throws SQLException {
    return new Target(
        row.getObject("id", UUID.class),
        AssetTable.asset(row),
        new ProductForm(row.getString("form")),
        Locale.forLanguageTag(row.getString("language")),
        TargetState.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getInt("done"),
        row.getInt("segments_total"),
        row.getInt("errors"),
        row.getInt("warnings"),
        row.getInt("threads"),
        row.getInt("stale"),
        row.getString("failure"),
        waiting(row),
        row.getString("approver"),
        row.getObject("submitter_id", UUID.class),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Waiting waiting(ResultSet row) throws SQLException {
    OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
    return next == null
        ? null
        : new Waiting(
            row.getString("waiting_for"),
            row.getObject("waiting_since", OffsetDateTime.class).toInstant(),
            next.toInstant());
  }
}
