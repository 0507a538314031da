package io.haidang.glossary.workflow;

/**
 * Who may take a step: any terminologist, but nobody puts the own proposal into force. A proposal
 * belongs to whoever edited it last.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class ApprovalPolicy {

  /** The answer; {@link #ALLOWED} or the first reason against. */
  public enum Verdict {
    ALLOWED,
    /** Only terminologists change the glossary. */
    NOT_PERMITTED,
    /** The action does not exist in this state. */
    WRONG_STATE,
    /** The proposer may not approve the own proposal. */
    PROPOSER_CANNOT_APPROVE
  }

  private ApprovalPolicy() {}

  /**
   * Judges one action of a person.
   *
   * @param isTerminologist whether the person keeps the glossary
   * @param isProposer whether the person made the proposal, or edited it last
   */
  public static Verdict judge(
      ConceptAction action, ConceptState state, boolean isTerminologist, boolean isProposer) {
    if (!isTerminologist) {
      return Verdict.NOT_PERMITTED;
    }
    if (action.from(state).isEmpty()) {
      return Verdict.WRONG_STATE;
    }
    if (action.needsSecondPerson() && isProposer) {
      return Verdict.PROPOSER_CANNOT_APPROVE;
    }
    return Verdict.ALLOWED;
  }
}
