package io.haidang.gateway.terms;

import io.haidang.glossary.workflow.ConceptState;

/** What has become of a proposal. */
public enum ProposalState {
  /** Waiting for a second person. */
  PROPOSED(ConceptState.PROPOSED),
  /** Part of a release. */
  APPROVED(ConceptState.APPROVED),
  /** Turned down by somebody else. */
  REJECTED(ConceptState.RETIRED),
  /** Taken back by the proposer. */
  WITHDRAWN(ConceptState.RETIRED);

  private final ConceptState content;

  ProposalState(ConceptState content) {
    this.content = content;
  }

  /** Where the proposed content is in the workflow. */
  ConceptState content() {
    return content;
  }
}
