package io.haidang.gateway.terms;

import io.haidang.glossary.Concept;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the glossary that somebody has proposed.
 *
 * @param batch shared by what was proposed together, or null
 * @param restores the release that the whole batch brings back, or null
 * @param content of the concept once approved; for {@code RETIRE} what goes out of force
 * @param baseVersion of the concept that the proposer saw; 0 for a new one
 * @param proposer display name
 * @param comment of the proposer; may be empty
 * @param decision what came of it, or null while it waits
 */
public record Proposal(
    UUID id,
    @Nullable UUID batch,
    @Nullable Integer restores,
    ProposalKind kind,
    Concept content,
    int baseVersion,
    ProposalState state,
    UUID proposerId,
    String proposer,
    Instant proposedAt,
    String comment,
    @Nullable Decided decision) {

  /**
   * How a proposal ended.
   *
   * @param by display name
   * @param comment may be empty
   * @param release that it is part of, or null
   */
  public record Decided(String by, Instant at, String comment, @Nullable Integer release) {}
}
