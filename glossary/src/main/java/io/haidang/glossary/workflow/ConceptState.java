package io.haidang.glossary.workflow;

/** Where a concept is on its way; {@link ConceptAction} lists the steps between states. */
public enum ConceptState {
  /** Waiting for a second person; in no release. */
  PROPOSED,
  /** In force: part of every release from the next on. */
  APPROVED,
  /** Out of force: in no later release, kept for its history. */
  RETIRED
}
