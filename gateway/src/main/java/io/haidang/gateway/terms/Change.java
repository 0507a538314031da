package io.haidang.gateway.terms;

import io.haidang.gateway.auth.Account;
import io.haidang.glossary.Concept;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be proposed for one concept.
 *
 * @param baseVersion of the concept that it is made from; 0 for a new one
 */
record Change(ProposalKind kind, Concept content, int baseVersion) {

  Proposal by(
      UUID id,
      Account proposer,
      String comment,
      @Nullable UUID batch,
      @Nullable Integer restores,
      OffsetDateTime at) {
    return new Proposal(
        id,
        batch,
        restores,
        kind,
        content,
        baseVersion,
        ProposalState.PROPOSED,
        proposer.id(),
        proposer.displayName(),
        at.toInstant(),
        comment,
        null);
  }
}
