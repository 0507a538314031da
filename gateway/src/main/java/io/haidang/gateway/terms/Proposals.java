package io.haidang.gateway.terms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.ProposalTable.Standing;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.workflow.ConceptAction;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the glossary that wait for a second person. Nothing here changes what is in force;
 * {@link Releases#approve} does.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Proposals {

  /** Longest comment or note, in UTF-16 units. */
  public static final int MAX_COMMENT = 2_000;

  private final Database database;
  private final Clock clock;

  Proposals(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Proposes a concept that the glossary has never had.
   *
   * @throws GatewayException {@code not-permitted}, {@code wrong-state} when there is such a
   *     concept, {@code invalid-request} for a text that is unfit
   */
  public Proposal create(Concept concept, String comment, Account proposer) {
    ConceptFields.requireFit(concept);
    return propose(
        proposer,
        comment,
        handle -> {
          Optional<ConceptRow> known = ConceptTable.find(handle, concept.id());
          if (known.isPresent()) {
            throw new GatewayException(
                ErrorCode.WRONG_STATE,
                "concept: known already (expected: a new id, or a change)",
                Map.of("state", "known"));
          }
          return new Change(ProposalKind.CREATE, concept, 0);
        });
  }

  /**
   * Proposes other content; a retired concept comes back with it.
   *
   * @param baseVersion of the concept that the proposer saw
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code stale-version} with
   *     {@code currentVersion}, {@code invalid-request} for a text that is unfit
   */
  public Proposal change(Concept concept, int baseVersion, String comment, Account proposer) {
    ConceptFields.requireFit(concept);
    return propose(
        proposer,
        comment,
        handle -> {
          ConceptRow seen = require(handle, concept.id(), baseVersion);
          return allowed(ProposalKind.CHANGE, concept, seen, proposer);
        });
  }

  /**
   * Proposes to take a concept out of force.
   *
   * @throws GatewayException as {@link #change}, and {@code wrong-state} when it is out of force
   */
  public Proposal retire(ConceptId concept, int baseVersion, String comment, Account proposer) {
    return propose(
        proposer,
        comment,
        handle -> {
          ConceptRow seen = require(handle, concept, baseVersion);
          return allowed(ProposalKind.RETIRE, seen.content(), seen, proposer);
        });
  }

  /**
   * Proposes to bring a retired concept back as it was.
   *
   * @throws GatewayException as {@link #change}, and {@code wrong-state} when it is in force
   */
  public Proposal reopen(ConceptId concept, int baseVersion, String comment, Account proposer) {
    return propose(
        proposer,
        comment,
        handle -> {
          ConceptRow seen = require(handle, concept, baseVersion);
          return allowed(ProposalKind.REOPEN, seen.content(), seen, proposer);
        });
  }

  /**
   * Proposes what was in force before the latest release that changed the concept.
   *
   * @throws GatewayException as {@link #change}
   */
  public Proposal undo(ConceptId concept, int baseVersion, String comment, Account proposer) {
    return propose(
        proposer,
        comment,
        handle -> {
          ConceptRow seen = require(handle, concept, baseVersion);
          int before = ConceptTable.lastChange(handle, concept) - 1;
          return ConceptTable.at(handle, before, concept)
              .map(content -> allowed(ProposalKind.CHANGE, content, seen, proposer))
              .orElseGet(() -> allowed(ProposalKind.RETIRE, seen.content(), seen, proposer));
        });
  }

  private static Change allowed(
      ProposalKind kind, Concept content, ConceptRow seen, Account proposer) {
    TermPermission.require(kind.action(), seen.state(), proposer, true);
    return new Change(kind, content, seen.version());
  }

  private static ConceptRow require(Handle handle, ConceptId id, int version) {
    ConceptRow row = require(handle, id);
    if (row.version() != version) {
      throw new GatewayException(
          ErrorCode.STALE_VERSION,
          "baseVersion: changed in between (expected: " + row.version() + ")",
          Map.of("currentVersion", row.version()));
    }
    return row;
  }

  static ConceptRow require(Handle handle, ConceptId id) {
    return ConceptTable.find(handle, id)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "concept: unknown (expected: a known one)"));
  }

  private Proposal propose(Account proposer, String comment, ChangeFinder finder) {
    proposer.require(Role.TERMINOLOGIST);
    TextField.require("comment", comment, MAX_COMMENT);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Change change = finder.find(handle);
              Proposal proposal =
                  change.by(UUID.randomUUID(), proposer, comment, null, null, now());
              ProposalTable.insert(handle, List.of(proposal));
              TermEventTable.append(
                  handle,
                  ProposalChoice.of(proposal.id()),
                  TermEvent.Type.PROPOSED,
                  proposer.displayName(),
                  now(),
                  null,
                  comment);
              return proposal;
            });
  }

  /**
   * Turns proposals down, or takes own ones back.
   *
   * @param comment why; may be empty for own ones
   * @throws GatewayException {@code not-permitted}, {@code wrong-state} when one is decided
   *     already, {@code not-found}, {@code invalid-request} for an unfit comment
   */
  public void reject(ProposalChoice chosen, String comment, Account decider) {
    decider.require(Role.TERMINOLOGIST);
    TextField.require("comment", comment, MAX_COMMENT);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              ReleaseTable.lock(handle);
              boolean own =
                  require(handle, chosen, ConceptAction.REJECT, decider).stream()
                      .allMatch(Standing::own);
              if (!own && comment.isBlank()) {
                throw new GatewayException(
                    ErrorCode.INVALID_REQUEST, "comment: (blank) (expected: what is wrong)");
              }
              end(handle, chosen, own, comment, decider);
            });
  }

  private void end(
      Handle handle, ProposalChoice chosen, boolean own, String comment, Account decider) {
    TermEventTable.append(
        handle,
        chosen,
        own ? TermEvent.Type.WITHDRAWN : TermEvent.Type.REJECTED,
        decider.displayName(),
        now(),
        null,
        comment);
    ProposalTable.decide(
        handle,
        chosen,
        own ? ProposalState.WITHDRAWN : ProposalState.REJECTED,
        decider.id(),
        now(),
        comment,
        null);
  }

  /** Lets {@code actor} take the step with every one of the chosen; returns how they stand. */
  static List<Standing> require(
      Handle handle, ProposalChoice chosen, ConceptAction action, Account actor) {
    List<Standing> standings = ProposalTable.standings(handle, chosen, actor.id());
    int found = standings.stream().mapToInt(Standing::proposals).sum();
    if (found == 0 || found < chosen.size()) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "proposals: unknown, or decided (expected: open ones)");
    }
    for (Standing standing : standings) {
      TermPermission.require(action, standing.state().content(), actor, standing.own());
    }
    return standings;
  }

  /**
   * One proposal.
   *
   * @throws GatewayException {@code not-found}
   */
  public Proposal find(UUID id) {
    return database
        .jdbi()
        .withHandle(handle -> ProposalTable.find(handle, id))
        .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "proposal: unknown"));
  }

  /**
   * Proposals, the newest first.
   *
   * @param state null for any
   * @param batch null for any
   */
  public List<Proposal> list(
      @Nullable ProposalState state, @Nullable UUID batch, int offset, int limit) {
    return database
        .jdbi()
        .withHandle(handle -> ProposalTable.list(handle, state, batch, offset, limit));
  }

  /** How many {@link #list} would give without limits. */
  public long count(@Nullable ProposalState state, @Nullable UUID batch) {
    return database.jdbi().withHandle(handle -> ProposalTable.count(handle, state, batch));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** Finds out what is to be proposed, in the transaction that stores it. */
  @FunctionalInterface
  private interface ChangeFinder {
    Change find(Handle handle);
  }
}
