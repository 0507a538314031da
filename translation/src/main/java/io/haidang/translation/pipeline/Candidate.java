package io.haidang.translation.pipeline;

import io.haidang.models.Generation.UncertainSpan;
import io.haidang.models.RequiredPhrase;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * One output of the model, tidied and judged.
 *
 * @param text for the core of the segment
 * @param logProbability as the model gave it
 * @param truncated whether the model hit a limit
 * @param leaked whether annotation marks stood in the output
 * @param uncertain words of the text that the model was unsure of
 * @param unmet names that the model's search was to write and could not
 * @param findings what is wrong with it
 */
record Candidate(
    String text,
    double logProbability,
    boolean truncated,
    boolean leaked,
    List<UncertainSpan> uncertain,
    List<RequiredPhrase> unmet,
    List<Finding> findings) {

  private static final Comparator<Candidate> BEST_LAST =
      Comparator.comparingInt((Candidate candidate) -> candidate.missingNames().size())
          .thenComparingLong(Candidate::errors)
          .thenComparingInt(candidate -> candidate.findings().size())
          .reversed()
          .thenComparingDouble(Candidate::logProbability);

  Candidate {
    uncertain = List.copyOf(uncertain);
    unmet = List.copyOf(unmet);
    findings = List.copyOf(findings);
  }

  boolean needsRepair() {
    return errors() > 0;
  }

  /**
   * The one with fewer official names missing, then with fewer errors, then with fewer findings; of
   * equal ones the likelier. A name outweighs other errors: a wrong word next to it, and a text
   * that breaks off, are seen by whoever reads the line, a name that was exchanged for another is
   * not.
   */
  Candidate better(Candidate other) {
    return BEST_LAST.compare(other, this) > 0 ? other : this;
  }

  /** The names that are missing, as often as they are, and those to write for forbidden ones. */
  List<String> missingNames() {
    return findings.stream()
        .filter(f -> f.check().equals("term-missing") || f.check().equals("term-forbidden"))
        .map(Finding::expected)
        .filter(name -> !name.isBlank())
        .toList();
  }

  /**
   * Names that are in no list and that the text lost, without diacritics as it should have them.
   */
  List<String> lostNames() {
    return findings.stream()
        .filter(f -> f.check().equals("names"))
        .map(Finding::expected)
        .filter(name -> !name.isBlank())
        .toList();
  }

  private long errors() {
    long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    return errors + (leaked ? 1 : 0) + (truncated ? 1 : 0);
  }
}
