package io.haidang.gateway.review;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.store.Json;
import io.haidang.models.Generation.UncertainSpan;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.review.SegmentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The segments of translations.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class SegmentTable {

  private static final TypeReference<List<UncertainSpan>> UNCERTAIN = new TypeReference<>() {};
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
  private static final TypeReference<List<Integer>> ORIGINS = new TypeReference<>() {};
  private static final TypeReference<Provenance> PROVENANCE = new TypeReference<>() {};

  private static final List<String> REVIEWED =
      Stream.of(SegmentState.EDITED, SegmentState.CONFIRMED, SegmentState.LOCKED)
          .map(SegmentState::name)
          .toList();

  private SegmentTable() {}

  /**
   * Adds machine translations, the first at index {@code from}.
   *
   * @param units the text unit of every segment of the document
   */
  public static void insert(
      Handle handle, UUID target, int from, List<Integer> units, List<TranslatedSegment> segments) {
    insert(
        handle,
        target,
        IntStream.range(0, segments.size())
            .mapToObj(i -> MadeSegment.translation(from + i, units.get(from + i), segments.get(i)))
            .toList());
  }

  /** Adds what the machine has made, each segment in its place. */
  public static void insert(Handle handle, UUID target, List<MadeSegment> made) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into segment (target_id, idx, unit, role, origins, source, machine, target,"
                + " state, version, confidence, similarity, uncertain, errors, warnings, findings,"
                + " provenance) values (:id, :idx, :unit, :role, :origins, :source, :machine,"
                + " :machine, :state, 1, :confidence, :similarity, :uncertain, :errors, :warnings,"
                + " :findings, :provenance)");
    for (MadeSegment place : made) {
      TranslatedSegment segment = place.segment();
      batch
          .bind("id", target)
          .bind("idx", place.index())
          .bind("unit", place.unit())
          .bind("role", place.role().name())
          .bind("origins", Json.write(place.origins()))
          .bind("source", segment.source())
          .bind("machine", segment.target())
          .bind("state", unread(segment.provenance()).name())
          .bind("confidence", known(segment.confidence()))
          .bind("similarity", known(segment.similarity()))
          .bind("uncertain", Json.write(segment.uncertain()))
          .bind("errors", count(segment.findings(), Severity.ERROR))
          .bind("warnings", count(segment.findings(), Severity.WARNING))
          .bind("findings", Json.write(segment.findings()))
          .bind("provenance", Json.write(segment.provenance()))
          .add();
    }
    batch.execute();
  }

  private static SegmentState unread(Provenance provenance) {
    return provenance.memory() == null ? SegmentState.MACHINE : SegmentState.MATCHED;
  }

  /** Notes down that nobody has read a segment. */
  static void setUnread(Handle handle, UUID target, int index, Provenance provenance) {
    handle.execute(
        "update segment set state = ? where target_id = ? and idx = ?",
        unread(provenance).name(),
        target,
        index);
  }

  /** SQL and JSON have null for what is not known; NaN would sort as the greatest number. */
  private static @Nullable Double known(double figure) {
    return Double.isNaN(figure) ? null : figure;
  }

  /** How many segments a person has read. */
  static int reviewed(Handle handle, UUID target) {
    return handle
        .createQuery("select count(*) from segment where target_id = :id and state in (<reviewed>)")
        .bind("id", target)
        .bindList("reviewed", REVIEWED)
        .mapTo(Integer.class)
        .one();
  }

  /** Whether a product says nothing: none of its segments has text. */
  static boolean isBlank(Handle handle, UUID target) {
    return handle
            .createQuery(
                "select count(*) from segment where target_id = :id and trim(target) <> ''")
            .bind("id", target)
            .mapTo(Integer.class)
            .one()
        == 0;
  }

  /** Which of the first {@code size} segments are not made yet, in growing order. */
  public static List<Integer> missing(Handle handle, UUID target, int size) {
    Set<Integer> made =
        new HashSet<>(
            handle
                .createQuery("select idx from segment where target_id = :id")
                .bind("id", target)
                .mapTo(Integer.class)
                .list());
    return IntStream.range(0, size).filter(index -> !made.contains(index)).boxed().toList();
  }

  /** How many segments are made. */
  public static int count(Handle handle, UUID target) {
    return handle
        .createQuery("select count(*) from segment where target_id = :id")
        .bind("id", target)
        .mapTo(Integer.class)
        .one();
  }

  /**
   * The segments as a worker leaves them, in the order of the document: the machine's words, but
   * those of a person where they were kept.
   */
  public static List<TranslatedSegment> machine(Handle handle, UUID target) {
    return list(handle, target).stream()
        .map(
            row ->
                new TranslatedSegment(
                    row.source(),
                    row.state() == SegmentState.MACHINE ? row.machine() : row.target(),
                    orUnknown(row.confidence()),
                    orUnknown(row.similarity()),
                    row.uncertain(),
                    row.findings(),
                    row.provenance()))
        .toList();
  }

  private static double orUnknown(@Nullable Double figure) {
    return figure == null ? Double.NaN : figure;
  }

  /** Puts another text of the machine's in place of one that no person has touched. */
  public static void rewrite(Handle handle, UUID target, int index, TranslatedSegment segment) {
    handle
        .createUpdate(
            "update segment set machine = :text, target = :text, uncertain = :uncertain,"
                + " errors = :errors, warnings = :warnings, findings = :findings,"
                + " provenance = :provenance"
                + " where target_id = :id and idx = :idx and state in (<untouched>)")
        .bind("text", segment.target())
        .bind("uncertain", Json.write(segment.uncertain()))
        .bind("errors", count(segment.findings(), Severity.ERROR))
        .bind("warnings", count(segment.findings(), Severity.WARNING))
        .bind("findings", Json.write(segment.findings()))
        .bind("provenance", Json.write(segment.provenance()))
        .bind("id", target)
        .bind("idx", index)
        .bindList("untouched", List.of(SegmentState.MACHINE.name(), SegmentState.MATCHED.name()))
        .execute();
  }

  /** Replaces the findings of a segment whose text stays as it is. */
  static void setFindings(Handle handle, UUID target, int index, List<Finding> findings) {
    handle
        .createUpdate(
            "update segment set errors = :errors, warnings = :warnings, findings = :findings"
                + " where target_id = :id and idx = :idx")
        .bind("errors", count(findings, Severity.ERROR))
        .bind("warnings", count(findings, Severity.WARNING))
        .bind("findings", Json.write(findings))
        .bind("id", target)
        .bind("idx", index)
        .execute();
  }

  /** The segments of a product, in its order. */
  public static List<ProductSegment> product(Handle handle, UUID target) {
    return handle
        .createQuery("select * from segment where target_id = :id order by idx")
        .bind("id", target)
        .map(
            (row, context) ->
                new ProductSegment(
                    row.getInt("idx"),
                    Role.valueOf(row.getString("role")),
                    Json.read(row.getString("origins"), ORIGINS),
                    row.getString("source"),
                    row.getString("target"),
                    SegmentState.valueOf(row.getString("state"))))
        .list();
  }

  static List<SegmentRow> list(Handle handle, UUID target) {
    return handle
        .createQuery("select * from segment where target_id = :id order by idx")
        .bind("id", target)
        .map((row, context) -> segment(row))
        .list();
  }

  /** Some of them, in its order. */
  static List<SegmentRow> list(Handle handle, UUID target, List<Integer> indices) {
    return indices.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "select * from segment where target_id = :id and idx in (<indices>) order by idx")
            .bind("id", target)
            .bindList("indices", indices)
            .map((row, context) -> segment(row))
            .list();
  }

  /** Those in a state, in reading order. */
  static List<SegmentRow> inState(Handle handle, UUID target, SegmentState state) {
    return handle
        .createQuery("select * from segment where target_id = :id and state = :state order by idx")
        .bind("id", target)
        .bind("state", state.name())
        .map((row, context) -> segment(row))
        .list();
  }

  static Optional<SegmentRow> find(Handle handle, UUID target, int index) {
    return handle
        .createQuery("select * from segment where target_id = :id and idx = :idx")
        .bind("id", target)
        .bind("idx", index)
        .map((row, context) -> segment(row))
        .findOne();
  }

  /**
   * One segment.
   *
   * @throws GatewayException {@code not-found}
   */
  static SegmentRow require(Handle handle, UUID target, int index) {
    return find(handle, target, index)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "segment: " + index + " (expected: one of the target)"));
  }

  /**
   * Replaces text, state and findings; false when {@code seen} is no longer the present version.
   */
  static boolean update(
      Handle handle,
      UUID target,
      SegmentRow seen,
      String text,
      SegmentState state,
      List<Finding> findings) {
    return handle
            .createUpdate(
                "update segment set target = :text, state = :state, version = version + 1,"
                    + " errors = :errors, warnings = :warnings, findings = :findings"
                    + " where target_id = :id and idx = :idx and version = :version")
            .bind("text", text)
            .bind("state", state.name())
            .bind("errors", count(findings, Severity.ERROR))
            .bind("warnings", count(findings, Severity.WARNING))
            .bind("findings", Json.write(findings))
            .bind("id", target)
            .bind("idx", seen.index())
            .bind("version", seen.version())
            .execute()
        == 1;
  }

  private static int count(List<Finding> findings, Severity severity) {
    return (int)
        findings.stream()
            .filter(finding -> finding.severity() == severity && finding.stands())
            .count();
  }

  private static SegmentRow segment(ResultSet row) throws SQLException {
    return new SegmentRow(
        row.getInt("idx"),
        row.getInt("unit"),
        Role.valueOf(row.getString("role")),
        Json.read(row.getString("origins"), ORIGINS),
        row.getString("source"),
        row.getString("machine"),
        row.getString("target"),
        SegmentState.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getObject("confidence", Double.class),
        row.getObject("similarity", Double.class),
        Json.read(row.getString("uncertain"), UNCERTAIN),
        Json.read(row.getString("findings"), FINDINGS),
        Json.read(row.getString("provenance"), PROVENANCE));
  }

  /** A segment as it is stored; null for a figure that nobody knows. Marks are of the machine's. */
  record SegmentRow(
      int index,
      int unit,
      Role role,
      List<Integer> origins,
      String source,
      String machine,
      String target,
      SegmentState state,
      int version,
      @Nullable Double confidence,
      @Nullable Double similarity,
      List<UncertainSpan> uncertain,
      List<Finding> findings,
      Provenance provenance) {}
}
