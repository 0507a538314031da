package io.haidang.client;

import java.util.Optional;

/**
 * One product of a text, such as its translation into a language.
 *
 * @param version to be sent back with a decision
 * @param openErrors segments with a finding that blocks approval
 * @param failure why it failed; empty while it has not
 */
public record Target(
    String id,
    String language,
    State state,
    int version,
    int openErrors,
    Optional<String> failure) {

  /** Where it is on its way. */
  public enum State {
    DRAFT,
    MACHINE,
    IN_REVIEW,
    CHANGES_REQUESTED,
    APPROVED,
    PUBLISHED,
    SUPERSEDED,
    REJECTED,
    FAILED,
    /** One that came with a later version of the desk than this client. */
    UNKNOWN;

    /** Whether a person has signed the text off. */
    public boolean isSignedOff() {
      return this == APPROVED || this == PUBLISHED;
    }
  }
}
