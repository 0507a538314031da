package io.haidang.gateway.terms;

import io.haidang.glossary.ConceptId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The log of the concepts; there is no way to change or remove an entry. */
final class TermEventTable {

  private static final String INSERT =
      "insert into term_event (concept_id, proposal_id, type, actor, at, release, comment) ";

  private TermEventTable() {}

  /** Somebody has said something about a concept. */
  static void commented(
      Handle handle, ConceptId concept, String actor, OffsetDateTime at, String comment) {
    handle
        .createUpdate(INSERT + "values (:concept, null, :type, :actor, :at, null, :comment)")
        .bind("concept", concept.value())
        .bind("type", TermEvent.Type.COMMENTED.name())
        .bind("actor", actor)
        .bind("at", at)
        .bind("comment", comment)
        .execute();
  }

  /** One entry for each proposal that {@code chosen} holds, in the order of their making. */
  static void append(
      Handle handle,
      ProposalChoice chosen,
      TermEvent.Type type,
      String actor,
      OffsetDateTime at,
      @Nullable Integer release,
      String comment) {
    chosen
        .bind(
            handle.createUpdate(
                INSERT
                    + "select concept_id, id, :type, :actor, :at, cast(:release as integer),"
                    + " :comment from term_proposal where "
                    + chosen.where()
                    + " order by seq"))
        .bind("type", type.name())
        .bind("actor", actor)
        .bind("at", at)
        .bindByType("release", release, Integer.class)
        .bind("comment", comment)
        .execute();
  }

  /** One entry for each concept of the first release. */
  static void bundled(Handle handle, OffsetDateTime at) {
    handle
        .createUpdate(
            INSERT + "select id, null, :type, :actor, :at, 1, '' from concept order by ordinal")
        .bind("type", TermEvent.Type.BUNDLED.name())
        .bind("actor", TermEvent.BUNDLED_LIST)
        .bind("at", at)
        .execute();
  }

  /** Oldest first. */
  static List<TermEvent> of(Handle handle, ConceptId concept) {
    return handle
        .createQuery("select * from term_event where concept_id = :concept order by id")
        .bind("concept", concept.value())
        .map((row, context) -> event(row))
        .list();
  }

  private static TermEvent event(ResultSet row) throws SQLException {
    return new TermEvent(
        row.getLong("id"),
        row.getObject("proposal_id", UUID.class),
        TermEvent.Type.valueOf(row.getString("type")),
        row.getString("actor"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("release", Integer.class),
        row.getString("comment"));
  }
}
