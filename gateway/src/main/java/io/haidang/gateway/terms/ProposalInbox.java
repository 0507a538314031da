package io.haidang.gateway.terms;

import io.haidang.gateway.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a decision: single proposals, and batches as one entry each, so that a list of a
 * hundred thousand names does not bury the rest.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class ProposalInbox {

  private static final String BATCHES =
      "select p.batch, max(p.restores) as restores, count(*) as proposals, min(p.proposed_at) as at,"
          + " max(p.comment) as comment, p.proposer_id, a.display_name as proposer"
          + " from term_proposal p join account a on a.id = p.proposer_id"
          + " where p.state = 'PROPOSED' and p.batch is not null ";

  private static final String GROUPED = " group by p.batch, p.proposer_id, a.display_name ";

  private final Database database;

  ProposalInbox(Database database) {
    this.database = database;
  }

  /**
   * What was proposed together and waits.
   *
   * @param restores the release that the whole brings back, or null
   * @param proposals how many of it nobody has decided on
   * @param proposer display name
   * @param comment of the proposer; may be empty
   */
  public record WaitingBatch(
      UUID id,
      @Nullable Integer restores,
      long proposals,
      UUID proposerId,
      String proposer,
      Instant at,
      String comment) {}

  /** Batches that wait, the newest first. */
  public List<WaitingBatch> batches(int limit) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(BATCHES + GROUPED + "order by min(p.seq) desc limit :limit")
                    .bind("limit", limit)
                    .map((row, context) -> batch(row))
                    .list());
  }

  /** One batch; empty when nothing of it waits. */
  public Optional<WaitingBatch> batch(UUID id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(BATCHES + "and p.batch = :batch" + GROUPED)
                    .bind("batch", id)
                    .map((row, context) -> batch(row))
                    .findOne());
  }

  private static WaitingBatch batch(ResultSet row) throws SQLException {
    return new WaitingBatch(
        row.getObject("batch", UUID.class),
        row.getObject("restores", Integer.class),
        row.getLong("proposals"),
        row.getObject("proposer_id", UUID.class),
        row.getString("proposer"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("comment"));
  }

  /** Proposals that wait and are in no batch, the newest first. */
  public List<Proposal> single(int offset, int limit) {
    return database.jdbi().withHandle(handle -> ProposalTable.single(handle, offset, limit));
  }

  /** How many {@link #single} would give without limits. */
  public long countSingle() {
    return database.jdbi().withHandle(ProposalInbox::countSingle);
  }

  private static long countSingle(Handle handle) {
    return handle
        .createQuery(
            "select count(*) from term_proposal where state = 'PROPOSED' and batch is null")
        .mapTo(Long.class)
        .one();
  }
}
