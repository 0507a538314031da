package io.haidang.gateway.quality;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.quality.RiskDraw.Candidate;
import io.haidang.gateway.quality.RiskDraw.Drawn;
import io.haidang.translation.review.TargetState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Samples and their texts. */
final class SampleTable {

  private SampleTable() {}

  /** Signed-off texts that a reader may see, approved in a span of time. */
  static List<Candidate> population(Handle handle, Instant from, Instant until, Account reader) {
    return Visibility.bind(
            handle.createQuery(
                "select t.id, t.risk_hours from target t join asset a on a.id = t.asset_id"
                    + " where t.state in (:approved, :published) and "
                    + Visibility.condition("a.story_id")
                    + " and exists (select 1 from quality_result q where q.target_id = t.id"
                    + " and q.outcome = 'APPROVED' and q.at >= :from and q.at < :until)"),
            reader)
        .bind("approved", TargetState.APPROVED.name())
        .bind("published", TargetState.PUBLISHED.name())
        .bind("from", from.atOffset(ZoneOffset.UTC))
        .bind("until", until.atOffset(ZoneOffset.UTC))
        .map(
            (row, context) ->
                new Candidate(row.getObject("id", UUID.class), row.getInt("risk_hours")))
        .list();
  }

  static void insert(Handle handle, Sample sample, Account person, List<Drawn> drawn) {
    handle
        .createUpdate(
            "insert into sample (id, first_month, last_month, seed, population, person_id, person,"
                + " at) values (:id, :first, :last, :seed, :population, :personId, :person, :at)")
        .bind("id", sample.id())
        .bind("first", sample.first().toString())
        .bind("last", sample.last().toString())
        .bind("seed", sample.seed())
        .bind("population", sample.population())
        .bind("personId", person.id())
        .bind("person", sample.person())
        .bind("at", sample.at().atOffset(ZoneOffset.UTC))
        .execute();
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into sample_text (sample_id, target_id, ordinal, risk, probability)"
                + " values (:sample, :target, :ordinal, :risk, :probability)");
    for (int i = 0; i < drawn.size(); i++) {
      batch
          .bind("sample", sample.id())
          .bind("target", drawn.get(i).id())
          .bind("ordinal", i)
          .bind("risk", drawn.get(i).risk())
          .bind("probability", drawn.get(i).probability())
          .add();
    }
    batch.execute();
  }

  /** The latest first. */
  static List<UUID> ids(Handle handle, int limit) {
    return handle
        .createQuery("select id from sample order by at desc, id limit :limit")
        .bind("limit", limit)
        .mapTo(UUID.class)
        .list();
  }

  static Sample require(Handle handle, UUID id, Account reader) {
    List<Sample.Text> texts = texts(handle, id, reader);
    return handle
        .createQuery("select * from sample where id = :id")
        .bind("id", id)
        .map((row, context) -> sample(row, texts))
        .findOne()
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "sample: " + id + " (expected: a known one)"));
  }

  private static List<Sample.Text> texts(Handle handle, UUID id, Account reader) {
    return Visibility.bind(
            handle.createQuery(
                "select s.*, q.points, q.words, q.points_limit,"
                    + " case when "
                    + Visibility.condition("a.story_id")
                    + " then a.title else '' end as shown_title"
                    + " from sample_text s join target t on t.id = s.target_id"
                    + " join asset a on a.id = t.asset_id"
                    + " left join quality_result q on q.id = s.result_id"
                    + " where s.sample_id = :sample order by s.ordinal"),
            reader)
        .bind("sample", id)
        .map(
            (row, context) ->
                new Sample.Text(
                    row.getObject("target_id", UUID.class),
                    row.getString("shown_title"),
                    row.getInt("risk"),
                    row.getDouble("probability"),
                    passed(row)))
        .list();
  }

  private static @Nullable Boolean passed(ResultSet row) throws SQLException {
    Integer words = row.getObject("words", Integer.class);
    return words == null
        ? null
        : new Score(row.getDouble("points"), words, row.getDouble("points_limit")).passes();
  }

  private static Sample sample(ResultSet row, List<Sample.Text> texts) throws SQLException {
    return new Sample(
        row.getObject("id", UUID.class),
        YearMonth.parse(row.getString("first_month")),
        YearMonth.parse(row.getString("last_month")),
        row.getLong("seed"),
        row.getInt("population"),
        row.getString("person"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        texts);
  }

  /** Notes down what a text was worth; false when it was read before, or is not of the sample. */
  static boolean setResult(Handle handle, UUID sample, UUID target, long result) {
    return handle.execute(
            "update sample_text set result_id = ?"
                + " where sample_id = ? and target_id = ? and result_id is null",
            result,
            sample,
            target)
        == 1;
  }
}
