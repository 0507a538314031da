package io.haidang.translation.pipeline;

import io.haidang.glossary.enforce.TermPlan;
import java.util.ArrayList;
import java.util.List;

/** Cuts a sentence at its commas and semicolons, never inside an official name. */
final class Clauses {

  /** Shorter pieces are enumerations, which a model needs whole. */
  private static final int SHORTEST = 30;

  private Clauses() {}

  /** The clauses, each with its mark; one when the sentence cannot be cut. */
  static List<String> of(TermPlan plan) {
    String text = plan.source();
    List<String> clauses = new ArrayList<>();
    int start = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      boolean mark = text.charAt(i) == ',' || text.charAt(i) == ';';
      if (mark
          && text.charAt(i + 1) == ' '
          && i - start >= SHORTEST
          && text.length() - i > SHORTEST
          && isOutsideNames(plan, i)) {
        clauses.add(text.substring(start, i + 1).strip());
        start = i + 1;
      }
    }
    clauses.add(text.substring(start).strip());
    return clauses;
  }

  private static boolean isOutsideNames(TermPlan plan, int offset) {
    return plan.requirements().stream()
        .map(requirement -> requirement.match().span())
        .noneMatch(span -> span.start() <= offset && offset < span.end());
  }
}
