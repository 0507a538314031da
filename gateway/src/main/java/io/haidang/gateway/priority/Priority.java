package io.haidang.gateway.priority;

import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.review.SegmentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The place of a text among those that wait, kept true in the transaction of whoever changes what
 * it depends on: state, segments, findings, deadline.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class Priority {

  private static final String FACTS =
      "select t.state_since, t.due_at, a.sensitivity,"
          + " (select count(*) from segment s where s.target_id = t.id and s.errors > 0) as errors,"
          + " (select count(*) from segment s where s.target_id = t.id and s.warnings > 0)"
          + " as warnings,"
          + " (select count(*) from segment s where s.target_id = t.id and s.state = :machine"
          + " and (s.similarity < :lowSimilarity or s.confidence < :lowConfidence)) as unsure,"
          + " (select count(*) from term_use u join segment s on s.target_id = u.target_id"
          + " and s.idx = u.idx where u.target_id = t.id and u.wording <> ''"
          + " and s.state in (:machine, :matched)) as names"
          + " from target t join asset a on a.id = t.asset_id where t.id = :id";

  private Priority() {}

  private record Facts(Risk risk, Instant readBy) {}

  /** A text has come into another state: it waits from now on, and nobody has it in hand. */
  public static void enter(Handle handle, UUID target, Instant now) {
    handle.execute("delete from target_claim where target_id = ?", target);
    handle.execute("update target set state_since = ? where id = ?", at(now), target);
    refresh(handle, target);
  }

  /** Segments or findings of a text have changed. */
  public static void refresh(Handle handle, UUID target) {
    Facts facts =
        handle
            .createQuery(FACTS)
            .bind("id", target)
            .bind("machine", SegmentState.MACHINE.name())
            .bind("matched", SegmentState.MATCHED.name())
            .bind("lowSimilarity", TranslatedSegment.LOW_SIMILARITY)
            .bind("lowConfidence", TranslatedSegment.LOW_CONFIDENCE)
            .map((row, context) -> facts(row))
            .one();
    Risk risk = facts.risk();
    handle
        .createUpdate(
            "update target set risk_errors = :errors, risk_warnings = :warnings,"
                + " risk_unsure = :unsure, risk_names = :names, risk_hours = :hours,"
                + " read_by = :readBy where id = :id")
        .bind("errors", risk.errors())
        .bind("warnings", risk.warnings())
        .bind("unsure", risk.unsure())
        .bind("names", risk.names())
        .bind("hours", risk.hours())
        .bind("readBy", at(facts.readBy()))
        .bind("id", target)
        .execute();
  }

  /**
   * Says by when a text has to be read, in the transaction that hands it in or later.
   *
   * @param deadline null for none
   */
  public static void setDeadline(Handle handle, UUID target, @Nullable Instant deadline) {
    handle
        .createUpdate("update target set due_at = :due where id = :id")
        .bindByType("due", deadline == null ? null : at(deadline), OffsetDateTime.class)
        .bind("id", target)
        .execute();
    refresh(handle, target);
  }

  private static Facts facts(ResultSet row) throws SQLException {
    Risk risk =
        new Risk(
            row.getInt("errors"),
            row.getInt("warnings"),
            row.getInt("unsure"),
            row.getInt("names"),
            row.getString("sensitivity").equals("PUBLIC"));
    OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
    Instant since = row.getObject("state_since", OffsetDateTime.class).toInstant();
    return new Facts(risk, risk.readBy(due == null ? null : due.toInstant(), since));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
