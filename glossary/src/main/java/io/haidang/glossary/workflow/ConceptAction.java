package io.haidang.glossary.workflow;

import static io.haidang.glossary.workflow.ConceptState.APPROVED;
import static io.haidang.glossary.workflow.ConceptState.PROPOSED;
import static io.haidang.glossary.workflow.ConceptState.RETIRED;

import java.util.Map;
import java.util.Optional;

/** What can happen to a concept, and the one table of where that leads. */
public enum ConceptAction {
  /**
   * A person changes it: what was approved or retired has to be approved again. The last approved
   * content stays in force until then.
   */
  EDIT(Map.of(PROPOSED, PROPOSED, APPROVED, PROPOSED, RETIRED, PROPOSED)),
  /** A second person puts it into force. */
  APPROVE(Map.of(PROPOSED, APPROVED)),
  /** A proposal is turned down or taken back. */
  REJECT(Map.of(PROPOSED, RETIRED)),
  /** It is taken out of force. */
  RETIRE(Map.of(APPROVED, RETIRED)),
  /** It is proposed once more, unchanged. */
  REOPEN(Map.of(RETIRED, PROPOSED));

  @SuppressWarnings("ImmutableEnumChecker") // Map.of is immutable; its type cannot say so.
  private final Map<ConceptState, ConceptState> transitions;

  ConceptAction(Map<ConceptState, ConceptState> transitions) {
    this.transitions = transitions;
  }

  /** The state that follows; empty when this cannot happen in {@code state}. */
  public Optional<ConceptState> from(ConceptState state) {
    return Optional.ofNullable(transitions.get(state));
  }

  /** Whether only somebody other than the proposer may take the step. */
  public boolean needsSecondPerson() {
    return this == APPROVE;
  }
}
