package io.haidang.gateway.terms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.ProposalTable.Standing;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryDiff;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.glossary.workflow.ConceptAction;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes releases out of approved proposals and reads them back. Numbers begin with 1, only grow,
 * and have no gap.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Releases {

  private static final int SHOWN_CONCEPTS = 20;

  private final Database database;
  private final ReleasedGlossary released;
  private final Clock clock;

  Releases(Database database, ReleasedGlossary released, Clock clock) {
    this.database = database;
    this.released = released;
    this.clock = clock;
  }

  /**
   * On a database without a release, makes {@code starter} the first and finds out what the
   * translations of before name; otherwise does nothing.
   */
  static void makeFirst(Database database, Glossary starter, Clock clock) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              if (ReleaseTable.lock(handle) == 0) {
                OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
                ReleaseTable.insert(handle, 1, null, now, starter.release().value(), null);
                ConceptTable.insertFirst(handle, starter.concepts());
                ReleaseTable.setCounts(handle, 1, starter.concepts().size(), 0, 0);
                TermEventTable.bundled(handle, now);
                TermUseIndex.write(handle, new TermEnforcer(ReleasedGlossary.load(handle, 1)));
              }
            });
  }

  /**
   * Puts all of the chosen proposals into force as one release, or none of them.
   *
   * @param note why, for the record; may be empty
   * @throws GatewayException {@code not-permitted}, {@code proposer-cannot-approve}, {@code
   *     wrong-state} when one is decided already, {@code outdated-proposal} with some of the {@code
   *     concepts}, {@code not-found}, {@code invalid-request} for an unfit note
   */
  public Release approve(ProposalChoice chosen, String note, Account approver) {
    approver.require(Role.TERMINOLOGIST);
    TextField.require("comment", note, Proposals.MAX_COMMENT);
    int number = database.jdbi().inTransaction(handle -> approve(handle, chosen, note, approver));
    released.refresh();
    return release(number);
  }

  private int approve(Handle handle, ProposalChoice chosen, String note, Account approver) {
    int number = ReleaseTable.lock(handle) + 1;
    List<Standing> standings = Proposals.require(handle, chosen, ConceptAction.APPROVE, approver);
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    Integer restores = restores(chosen, standings);
    ReleaseTable.insert(handle, number, approver.id(), now, note, restores);
    TermEventTable.append(
        handle, chosen, TermEvent.Type.APPROVED, approver.displayName(), now, number, note);
    ProposalTable.decide(handle, chosen, ProposalState.APPROVED, approver.id(), now, note, number);
    requireUpToDate(handle, number);
    ConceptTable.apply(handle, number);
    requireRestored(handle, number, restores);
    return number;
  }

  /** A few picked proposals of a rollback are no rollback. */
  private static @Nullable Integer restores(ProposalChoice chosen, List<Standing> standings) {
    return chosen.size() > 0
        ? null
        : standings.stream()
            .map(Standing::restores)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static void requireUpToDate(Handle handle, int number) {
    List<String> outdated = ProposalTable.outdated(handle, number, SHOWN_CONCEPTS);
    if (!outdated.isEmpty()) {
      throw new GatewayException(
          ErrorCode.OUTDATED_PROPOSAL,
          "proposal: made from an older version of "
              + outdated.get(0)
              + " (expected: the present one, and one proposal for each concept)",
          Map.of("concepts", outdated));
    }
  }

  /** Concepts that came in after the proposal was made would be left over. */
  private static void requireRestored(Handle handle, int number, @Nullable Integer restores) {
    if (restores != null
        && !ConceptTable.at(handle, number).equals(ConceptTable.at(handle, restores))) {
      throw new GatewayException(
          ErrorCode.OUTDATED_PROPOSAL,
          "proposal: no longer brings back release "
              + restores
              + " (expected: no other release since it was made)",
          Map.of("concepts", List.of()));
    }
  }

  /**
   * One release.
   *
   * @throws GatewayException {@code not-found}
   */
  public Release release(int number) {
    return database
        .jdbi()
        .withHandle(handle -> ReleaseTable.find(handle, number))
        .orElseThrow(() -> unknown(number));
  }

  /** Newest first. */
  public List<Release> list(int offset, int limit) {
    return database.jdbi().withHandle(handle -> ReleaseTable.list(handle, offset, limit));
  }

  /**
   * What a release holds, in the order in which its concepts first came in.
   *
   * @throws GatewayException {@code not-found}
   */
  public List<Concept> concepts(int number) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              requireKnown(handle, number);
              return ConceptTable.at(handle, number);
            });
  }

  /**
   * What differs between two releases, in whichever order.
   *
   * @throws GatewayException {@code not-found}
   */
  public GlossaryDiff diff(int from, int to) {
    return GlossaryDiff.between(concepts(from), concepts(to));
  }

  static void requireKnown(Handle handle, int number) {
    if (ReleaseTable.find(handle, number).isEmpty()) {
      throw unknown(number);
    }
  }

  private static GatewayException unknown(int number) {
    return new GatewayException(
        ErrorCode.NOT_FOUND, "release: " + number + " (expected: a known one)");
  }
}
