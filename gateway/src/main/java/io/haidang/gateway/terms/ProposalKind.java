package io.haidang.gateway.terms;

import io.haidang.glossary.workflow.ConceptAction;

/** What a proposal wants done to a concept. */
public enum ProposalKind {
  /** Take in a new concept. */
  CREATE(ConceptAction.EDIT),
  /** Give it other content; one that was retired comes back with it. */
  CHANGE(ConceptAction.EDIT),
  /** Take it out of force. */
  RETIRE(ConceptAction.RETIRE),
  /** Bring a retired one back as it was. */
  REOPEN(ConceptAction.REOPEN);

  private final ConceptAction action;

  ProposalKind(ConceptAction action) {
    this.action = action;
  }

  /** The step of the workflow that an approval completes. */
  ConceptAction action() {
    return action;
  }
}
