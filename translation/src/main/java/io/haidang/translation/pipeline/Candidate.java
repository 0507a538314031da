package io.haidang.translation.pipeline;

import io.haidang.glossary.enforce.TermFinding;
import java.util.List;

/**
 * One output of the model, tidied and judged.
 *
 * @param text for the core of the segment
 * @param logProbability as the model gave it
 * @param truncated whether the model hit a limit
 * @param leaked whether annotation marks stood in the output
 * @param broken names that are missing or forbidden
 */
record Candidate(
    String text,
    double logProbability,
    boolean truncated,
    boolean leaked,
    List<TermFinding> broken) {

  Candidate {
    broken = List.copyOf(broken);
  }

  boolean needsRepair() {
    return faults() > 0;
  }

  /** The one with fewer faults; of equal ones the likelier. */
  Candidate better(Candidate other) {
    if (faults() != other.faults()) {
      return faults() < other.faults() ? this : other;
    }
    return other.logProbability > logProbability ? other : this;
  }

  private int faults() {
    return broken.size() + (leaked ? 1 : 0) + (truncated ? 1 : 0) + (text.isBlank() ? 100 : 0);
  }
}
