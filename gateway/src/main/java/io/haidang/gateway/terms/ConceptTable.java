package io.haidang.gateway.terms;

import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.workflow.ConceptState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Concepts and their contents in each release. */
final class ConceptTable {

  private static final int ROWS = 1_000;

  /** The latest content of a concept, in force or not. */
  private static final String SELECT =
      "select c.state, c.version, v.content from concept c join concept_version v"
          + " on v.concept_id = c.id and v.version = (select max(w.version) from concept_version w"
          + " where w.concept_id = c.id) ";

  /** With a proposal of the release; H2 would read {@code in (…)} anew for each row. */
  private static final String RELEASED =
      "exists (select 1 from term_proposal p where p.release = :release and p.concept_id = ";

  private static final String TAKE_IN =
      "insert into concept (id, ordinal, state, version) select p.concept_id, (select"
          + " coalesce(max(c.ordinal), 0) from concept c) + row_number() over (order by p.seq),"
          + " 'APPROVED', 1 from term_proposal p where p.release = :release and p.kind = 'CREATE'";

  private static final String END =
      "update concept_version set to_release = :release where to_release is null and "
          + RELEASED
          + "concept_version.concept_id)";

  private static final String BEGIN =
      "insert into concept_version (concept_id, version, from_release, content) select"
          + " p.concept_id, c.version, p.release, p.content from term_proposal p join concept c on"
          + " c.id = p.concept_id where p.release = :release and p.kind <> 'RETIRE'";

  private ConceptTable() {}

  static Optional<ConceptRow> find(Handle handle, ConceptId id) {
    return handle
        .createQuery(SELECT + "where c.id = :id")
        .bind("id", id.value())
        .map((row, context) -> concept(row))
        .findOne();
  }

  /** Every concept that was ever in a release. */
  static List<ConceptRow> all(Handle handle) {
    return handle
        .createQuery(SELECT + "order by c.ordinal")
        .map((row, context) -> concept(row))
        .list();
  }

  /** Those that are out of force, in the order in which they once came in. */
  static List<ConceptRow> retired(Handle handle, int offset, int limit) {
    return handle
        .createQuery(
            SELECT + "where c.state = 'RETIRED' order by c.ordinal limit :limit offset :offset")
        .bind("limit", limit)
        .bind("offset", offset)
        .map((row, context) -> concept(row))
        .list();
  }

  /** What a release holds, in the order in which the concepts first came in. */
  static List<Concept> at(Handle handle, int release) {
    return handle
        .createQuery(
            "select v.content from concept_version v join concept c on c.id = v.concept_id"
                + " where v.from_release <= :release"
                + " and (v.to_release is null or v.to_release > :release) order by c.ordinal")
        .bind("release", release)
        .map((row, context) -> ConceptJson.read(row.getString("content")))
        .list();
  }

  /** What one concept says in a release; empty when that release does not hold it. */
  static Optional<Concept> at(Handle handle, int release, ConceptId id) {
    return handle
        .createQuery(
            "select content from concept_version where concept_id = :id and from_release <="
                + " :release and (to_release is null or to_release > :release)")
        .bind("id", id.value())
        .bind("release", release)
        .map((row, context) -> ConceptJson.read(row.getString("content")))
        .findOne();
  }

  /** The release that changed a concept last. */
  static int lastChange(Handle handle, ConceptId id) {
    return handle
        .createQuery(
            "select max(greatest(from_release, coalesce(to_release, 0))) from concept_version"
                + " where concept_id = :id")
        .bind("id", id.value())
        .mapTo(Integer.class)
        .one();
  }

  /** Every content that a concept has had, the newest first. */
  static List<ConceptVersion> versions(Handle handle, ConceptId id) {
    return handle
        .createQuery("select * from concept_version where concept_id = :id order by version desc")
        .bind("id", id.value())
        .map(
            (row, context) ->
                new ConceptVersion(
                    row.getInt("version"),
                    row.getInt("from_release"),
                    row.getObject("to_release", Integer.class),
                    ConceptJson.read(row.getString("content"))))
        .list();
  }

  /** The content of the very first release. */
  static void insertFirst(Handle handle, Collection<Concept> concepts) {
    PreparedBatch rows =
        handle.prepareBatch(
            "insert into concept (id, ordinal, state, version) values (:id, :ordinal, :state, 1)");
    PreparedBatch contents =
        handle.prepareBatch(
            "insert into concept_version (concept_id, version, from_release, content)"
                + " values (:id, 1, 1, :content)");
    int ordinal = 0;
    for (Concept concept : concepts) {
      ordinal++;
      rows.bind("id", concept.id().value())
          .bind("ordinal", ordinal)
          .bind("state", ConceptState.APPROVED.name())
          .add();
      contents.bind("id", concept.id().value()).bind("content", ConceptJson.write(concept)).add();
      if (ordinal % ROWS == 0) {
        rows.execute();
        contents.execute();
      }
    }
    rows.execute();
    contents.execute();
  }

  /** Puts the proposals of a release into force; each is of another concept. */
  static void apply(Handle handle, int release) {
    execute(handle, release, END);
    int retired = execute(handle, release, next(ConceptState.RETIRED, "= 'RETIRE'"));
    int changed =
        execute(handle, release, next(ConceptState.APPROVED, "not in ('CREATE', 'RETIRE')"));
    int added = execute(handle, release, TAKE_IN);
    execute(handle, release, BEGIN);
    ReleaseTable.setCounts(handle, release, added, changed, retired);
  }

  /** Each row is written once: a long list is slow enough. */
  private static String next(ConceptState state, String ofKind) {
    return "update concept set version = version + 1, state = '"
        + state.name()
        + "' where "
        + RELEASED
        + "concept.id and p.kind "
        + ofKind
        + ")";
  }

  private static int execute(Handle handle, int release, String sql) {
    return handle.createUpdate(sql).bind("release", release).execute();
  }

  private static ConceptRow concept(ResultSet row) throws SQLException {
    return new ConceptRow(
        ConceptJson.read(row.getString("content")),
        ConceptState.valueOf(row.getString("state")),
        row.getInt("version"));
  }
}
