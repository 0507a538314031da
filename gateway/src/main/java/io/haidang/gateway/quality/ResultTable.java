package io.haidang.gateway.quality;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.quality.QualityResult.Outcome;
import io.haidang.translation.PostEdit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What texts were worth; append-only. */
final class ResultTable {

  private ResultTable() {}

  /** Appends a result, and returns its id; that of {@code result} is not looked at. */
  static long insert(Handle handle, QualityResult result, Account person) {
    return handle
        .createUpdate(
            "insert into quality_result (target_id, outcome, round, at, person_id, person,"
                + " language, office, form, engine, words, points, points_limit, segments,"
                + " changed_segments, edits, edited_words, seconds) values (:target, :outcome,"
                + " :round, :at, :personId, :person, :language, :office, :form, :engine, :words,"
                + " :points, :limit, :segments, :changed, :edits, :editedWords, :seconds)")
        .bind("target", result.target())
        .bind("outcome", result.outcome().name())
        .bind("round", result.round())
        .bind("at", result.at().atOffset(ZoneOffset.UTC))
        .bind("personId", person.id())
        .bind("person", result.person())
        .bind("language", result.language().toLanguageTag())
        .bind("office", result.office())
        .bind("form", result.form().id())
        .bind("engine", result.engine())
        .bind("words", result.score().words())
        .bind("points", result.score().points())
        .bind("limit", result.score().limit())
        .bind("segments", result.segments())
        .bind("changed", result.changed())
        .bind("edits", result.edited().edits())
        .bind("editedWords", result.edited().words())
        .bind("seconds", result.active().toSeconds())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** Those of a product, oldest first. */
  static List<QualityResult> of(Handle handle, UUID target) {
    return handle
        .createQuery("select * from quality_result where target_id = :target order by id")
        .bind("target", target)
        .map((row, context) -> result(row))
        .list();
  }

  /** Those of a span of time, oldest first. */
  static List<QualityResult> between(Handle handle, Instant from, Instant until) {
    return handle
        .createQuery("select * from quality_result where at >= :from and at < :until order by id")
        .bind("from", from.atOffset(ZoneOffset.UTC))
        .bind("until", until.atOffset(ZoneOffset.UTC))
        .map((row, context) -> result(row))
        .list();
  }

  private static QualityResult result(ResultSet row) throws SQLException {
    return new QualityResult(
        row.getLong("id"),
        row.getObject("target_id", UUID.class),
        Outcome.valueOf(row.getString("outcome")),
        row.getInt("round"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("person"),
        Locale.forLanguageTag(row.getString("language")),
        row.getString("office"),
        new ProductForm(row.getString("form")),
        row.getString("engine"),
        new Score(row.getDouble("points"), row.getInt("words"), row.getDouble("points_limit")),
        row.getInt("segments"),
        row.getInt("changed_segments"),
        new PostEdit(row.getLong("edits"), row.getLong("edited_words")),
        Duration.ofSeconds(row.getLong("seconds")));
  }
}
