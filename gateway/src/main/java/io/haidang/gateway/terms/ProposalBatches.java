package io.haidang.gateway.terms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.workflow.ConceptState;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Many proposals at a time, to be approved as one release: a list from outside, or the content of
 * an earlier release.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; some seconds for a
 * hundred thousand concepts.
 */
public final class ProposalBatches {

  private final Database database;
  private final Clock clock;

  ProposalBatches(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What a batch holds.
   *
   * @param id null when there is nothing to propose, or it was only a trial
   * @param unchanged concepts that are in force just so already, for which nothing is proposed
   */
  public record Batch(@Nullable UUID id, int created, int changed, int retired, int unchanged) {

    static Batch of(@Nullable UUID id, List<Change> changes, int unchanged) {
      int created = count(changes, ProposalKind.CREATE);
      int retired = count(changes, ProposalKind.RETIRE);
      return new Batch(id, created, changes.size() - created - retired, retired, unchanged);
    }

    private static int count(List<Change> changes, ProposalKind kind) {
      return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }
  }

  /**
   * What {@link #propose} would do; stores nothing.
   *
   * @throws GatewayException {@code invalid-request} for a text that is unfit
   */
  public Batch compare(Collection<Concept> concepts) {
    concepts.forEach(ConceptFields::requireFit);
    List<Change> changes = database.jdbi().withHandle(handle -> changes(known(handle), concepts));
    return Batch.of(null, changes, concepts.size() - changes.size());
  }

  /**
   * Proposes to create and change concepts as {@code concepts} have them, all in one transaction.
   * Concepts that are not in the list stay as they are.
   *
   * @param concepts with an id of their own each
   * @throws GatewayException {@code not-permitted}, {@code invalid-request} for a text that is
   *     unfit
   */
  public Batch propose(Collection<Concept> concepts, String comment, Account proposer) {
    requireProposer(comment, proposer);
    concepts.forEach(ConceptFields::requireFit);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              List<Change> changes = changes(known(handle), concepts);
              UUID id = changes.isEmpty() ? null : store(handle, changes, null, comment, proposer);
              return Batch.of(id, changes, concepts.size() - changes.size());
            });
  }

  /**
   * Proposes exactly what an earlier release held. Nothing else may be approved before the batch
   * is, else it would no longer bring the release back.
   *
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code wrong-state} when
   *     that is in force already
   */
  public Batch restore(int release, String comment, Account proposer) {
    requireProposer(comment, proposer);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Releases.requireKnown(handle, release);
              Collection<Concept> wanted = ConceptTable.at(handle, release);
              Map<ConceptId, ConceptRow> known = known(handle);
              List<Change> changes = changes(known, wanted);
              int unchanged = wanted.size() - changes.size();
              changes.addAll(retirements(known.values(), wanted));
              if (changes.isEmpty()) {
                throw new GatewayException(
                    ErrorCode.WRONG_STATE, "release: in force already (expected: another content)");
              }
              UUID id = store(handle, changes, release, comment, proposer);
              return Batch.of(id, changes, unchanged);
            });
  }

  private static void requireProposer(String comment, Account proposer) {
    proposer.require(Role.TERMINOLOGIST);
    TextField.require("comment", comment, Proposals.MAX_COMMENT);
  }

  private static Map<ConceptId, ConceptRow> known(Handle handle) {
    Map<ConceptId, ConceptRow> known = new LinkedHashMap<>();
    ConceptTable.all(handle).forEach(row -> known.put(row.content().id(), row));
    return known;
  }

  private static List<Change> changes(
      Map<ConceptId, ConceptRow> known, Collection<Concept> wanted) {
    List<Change> changes = new ArrayList<>();
    for (Concept concept : wanted) {
      ConceptRow row = known.get(concept.id());
      if (row == null) {
        changes.add(new Change(ProposalKind.CREATE, concept, 0));
      } else if (row.state() == ConceptState.RETIRED || !row.content().equals(concept)) {
        changes.add(new Change(ProposalKind.CHANGE, concept, row.version()));
      }
    }
    return changes;
  }

  private static List<Change> retirements(
      Collection<ConceptRow> known, Collection<Concept> wanted) {
    Set<ConceptId> kept = new HashSet<>();
    wanted.forEach(concept -> kept.add(concept.id()));
    return known.stream()
        .filter(row -> row.state() == ConceptState.APPROVED && !kept.contains(row.content().id()))
        .map(row -> new Change(ProposalKind.RETIRE, row.content(), row.version()))
        .toList();
  }

  private UUID store(
      Handle handle,
      List<Change> changes,
      @Nullable Integer restores,
      String comment,
      Account proposer) {
    UUID batch = UUID.randomUUID();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    Iterator<UUID> ids = ids(changes.size());
    ProposalTable.insert(
        handle,
        changes.stream()
            .map(change -> change.by(ids.next(), proposer, comment, batch, restores, now))
            .toList());
    TermEventTable.append(
        handle,
        ProposalChoice.ofBatch(batch),
        TermEvent.Type.PROPOSED,
        proposer.displayName(),
        now,
        null,
        comment);
    return batch;
  }

  /** In their order, so that the database fills its index page by page instead of all over. */
  private static Iterator<UUID> ids(int count) {
    return Stream.generate(UUID::randomUUID).limit(count).sorted().iterator();
  }
}
