package io.haidang.gateway.terms;

import io.haidang.gateway.terms.Proposal.Decided;
import io.haidang.glossary.ConceptId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Proposals and what has become of them. */
final class ProposalTable {

  private static final int ROWS = 1_000;

  private static final String SELECT =
      "select p.*, a.display_name as proposer, d.display_name as decider from term_proposal p"
          + " join account a on a.id = p.proposer_id left join account d on d.id = p.decider_id ";

  private ProposalTable() {}

  /** Adds proposals that nobody has decided on. */
  static void insert(Handle handle, Collection<Proposal> proposals) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into term_proposal (id, batch, restores, concept_id, kind, base_version, content,"
                + " state, proposer_id, proposed_at, comment, answer) values (:id, cast(:batch as uuid),"
                + " cast(:restores as integer),"
                + " :concept, :kind, :base, :content, :state, :proposer, :at, :comment, '')");
    for (Proposal proposal : proposals) {
      batch
          .bind("id", proposal.id())
          .bindByType("batch", proposal.batch(), UUID.class)
          .bindByType("restores", proposal.restores(), Integer.class)
          .bind("concept", proposal.content().id().value())
          .bind("kind", proposal.kind().name())
          .bind("base", proposal.baseVersion())
          .bind("content", ConceptJson.write(proposal.content()))
          .bind("state", proposal.state().name())
          .bind("proposer", proposal.proposerId())
          .bind("at", proposal.proposedAt().atOffset(ZoneOffset.UTC))
          .bind("comment", proposal.comment())
          .add();
      if (batch.size() == ROWS) {
        batch.execute();
      }
    }
    batch.execute();
  }

  static Optional<Proposal> find(Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "where p.id = :id")
        .bind("id", id)
        .map((row, context) -> proposal(row))
        .findOne();
  }

  /** Those in one state, or all for null; the newest first. */
  static List<Proposal> list(
      Handle handle, @Nullable ProposalState state, @Nullable UUID batch, int offset, int limit) {
    return handle
        .createQuery(
            SELECT + where(state, batch) + "order by p.seq desc limit :limit offset :offset")
        .bind("state", state == null ? "" : state.name())
        .bindByType("batch", batch, UUID.class)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((row, context) -> proposal(row))
        .list();
  }

  /** Those that wait and are in no batch, the newest first. */
  static List<Proposal> single(Handle handle, int offset, int limit) {
    return handle
        .createQuery(
            SELECT
                + "where p.state = 'PROPOSED' and p.batch is null"
                + " order by p.seq desc limit :limit offset :offset")
        .bind("limit", limit)
        .bind("offset", offset)
        .map((row, context) -> proposal(row))
        .list();
  }

  static long count(Handle handle, @Nullable ProposalState state, @Nullable UUID batch) {
    return handle
        .createQuery("select count(*) from term_proposal p " + where(state, batch))
        .bind("state", state == null ? "" : state.name())
        .bindByType("batch", batch, UUID.class)
        .mapTo(Long.class)
        .one();
  }

  private static String where(@Nullable ProposalState state, @Nullable UUID batch) {
    String ofState = state == null ? ":state = ''" : "p.state = :state";
    String ofBatch = batch == null ? "cast(:batch as uuid) is null" : "p.batch = :batch";
    return "where " + ofState + " and " + ofBatch + " ";
  }

  /** Those about one concept, the newest first. */
  static List<Proposal> of(Handle handle, ConceptId concept) {
    return handle
        .createQuery(SELECT + "where p.concept_id = :concept order by p.seq desc")
        .bind("concept", concept.value())
        .map((row, context) -> proposal(row))
        .list();
  }

  /** The states of the chosen, and whether {@code person} is their proposer; each pair once. */
  static List<Standing> standings(Handle handle, ProposalChoice chosen, UUID person) {
    return chosen
        .bind(
            handle.createQuery(
                "select state, own, count(*) as proposals, max(restores) as restores from"
                    + " (select state, restores, case when proposer_id = :person then 1 else 0 end"
                    + " as own from term_proposal where "
                    + chosen.where()
                    + ") q group by state, own"))
        .bind("person", person)
        .map(
            (row, context) ->
                new Standing(
                    ProposalState.valueOf(row.getString("state")),
                    row.getInt("own") == 1,
                    row.getInt("proposals"),
                    row.getObject("restores", Integer.class)))
        .list();
  }

  /** Ends the chosen proposals. */
  static void decide(
      Handle handle,
      ProposalChoice chosen,
      ProposalState state,
      UUID decider,
      OffsetDateTime at,
      String answer,
      @Nullable Integer release) {
    chosen
        .bind(
            handle.createUpdate(
                "update term_proposal set state = :decision, decider_id = :decider,"
                    + " decided_at = :at, answer = :answer, release = cast(:release as integer)"
                    + " where "
                    + chosen.where()))
        .bind("decision", state.name())
        .bind("decider", decider)
        .bind("at", at)
        .bind("answer", answer)
        .bindByType("release", release, Integer.class)
        .execute();
  }

  /**
   * Some concepts of a release whose proposals cannot be put into force: the concept has changed
   * since, or there are two of it.
   */
  static List<String> outdated(Handle handle, int release, int limit) {
    return handle
        .createQuery(
            "select p.concept_id from term_proposal p left join concept c on c.id = p.concept_id"
                + " where p.release = :release group by p.concept_id"
                + " having count(*) > 1 or max(p.base_version) <> max(coalesce(c.version, 0))"
                + " order by p.concept_id limit :limit")
        .bind("release", release)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    return new Proposal(
        row.getObject("id", UUID.class),
        row.getObject("batch", UUID.class),
        row.getObject("restores", Integer.class),
        ProposalKind.valueOf(row.getString("kind")),
        ConceptJson.read(row.getString("content")),
        row.getInt("base_version"),
        ProposalState.valueOf(row.getString("state")),
        row.getObject("proposer_id", UUID.class),
        row.getString("proposer"),
        instant(row, "proposed_at"),
        row.getString("comment"),
        row.getString("decider") == null
            ? null
            : new Decided(
                row.getString("decider"),
                instant(row, "decided_at"),
                row.getString("answer"),
                row.getObject("release", Integer.class)));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * What some proposals have in common.
   *
   * @param own whether the person asked about has proposed them
   * @param restores the release that they bring back, or null
   */
  record Standing(ProposalState state, boolean own, int proposals, @Nullable Integer restores) {}
}
