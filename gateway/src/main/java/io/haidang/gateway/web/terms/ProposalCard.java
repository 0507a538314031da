package io.haidang.gateway.web.terms;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.terms.ConceptVersion;
import io.haidang.gateway.terms.Concepts.Details;
import io.haidang.gateway.terms.Proposal;
import io.haidang.gateway.terms.ProposalKind;
import io.haidang.gateway.terms.ProposalState;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.glossary.Concept;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is shown.
 *
 * @param lines what it changes, compared with what its proposer saw
 * @param own whether whoever looks has proposed it
 * @param outdated whether the concept has changed since, so that it cannot be approved
 */
record ProposalCard(
    Proposal proposal,
    ConceptLink concept,
    List<ConceptDifference.Line> lines,
    boolean own,
    boolean outdated) {

  /**
   * Compares a proposal with the past of its concept.
   *
   * @param details of that concept
   */
  static ProposalCard of(Proposal proposal, Details details, Account reader, Texts texts) {
    boolean retires = proposal.kind() == ProposalKind.RETIRE;
    boolean returns = proposal.kind() == ProposalKind.REOPEN;
    return new ProposalCard(
        proposal,
        ConceptLink.of(proposal.content()),
        ConceptDifference.between(
            returns ? null : seen(proposal, details.versions()),
            retires ? null : proposal.content(),
            texts),
        proposal.proposerId().equals(reader.id()),
        proposal.state() == ProposalState.PROPOSED && proposal.baseVersion() != details.version());
  }

  /** What was in force when the proposal was made; a retirement adds a version without content. */
  private static @Nullable Concept seen(Proposal proposal, List<ConceptVersion> newestFirst) {
    return newestFirst.stream()
        .filter(version -> version.version() <= proposal.baseVersion())
        .map(ConceptVersion::content)
        .findFirst()
        .orElse(null);
  }

  boolean isOpen() {
    return proposal.state() == ProposalState.PROPOSED;
  }

  /** The list where it can be decided on. */
  String href() {
    UUID batch = proposal.batch();
    return "/glossary/proposals" + (batch == null ? "" : "?batch=" + batch) + "#proposal-" + id();
  }

  /** In an address, and as the value of a box to tick. */
  String id() {
    return proposal.id().toString();
  }
}
