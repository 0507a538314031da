package io.haidang.translation.pipeline;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.enforce.TermPlan;
import io.haidang.glossary.enforce.TermRequirement;
import io.haidang.models.GenerationHints;
import io.haidang.models.GenerationHints.TermHint;
import io.haidang.models.LanguagePair;
import io.haidang.translation.SimilarTranslations;
import io.haidang.translation.TranslationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Gathers what a model that reads instructions may use. Immutable. */
final class Hints {

  private final LanguagePair pair;
  private final List<String> wishes;
  private final SimilarTranslations memory;

  Hints(TranslationContext context, SimilarTranslations memory) {
    this.pair = context.pair();
    this.wishes = context.wishes();
    this.memory = memory;
  }

  GenerationHints of(Assignment assignment) {
    TermPlan plan = assignment.plan();
    return new GenerationHints(
        terms(plan),
        assignment.before(),
        assignment.after(),
        memory.find(plan.source(), pair),
        wishes);
  }

  /** Each name once, however often the text says it. */
  private List<TermHint> terms(TermPlan plan) {
    return plan.requirements().stream()
        .map(requirement -> hint(requirement, plan))
        .distinct()
        .toList();
  }

  private TermHint hint(TermRequirement requirement, TermPlan plan) {
    return new TermHint(
        requirement.match().span().of(plan.source()),
        requirement.rendering().text(),
        note(requirement.match().concept()));
  }

  private String note(Concept concept) {
    List<String> parts = new ArrayList<>();
    addPart(parts, "", concept.note());
    addPart(parts, "source: ", concept.source());
    addPart(parts, "short form: ", wordings(concept, TermStatus.ABBREVIATION));
    addPart(parts, "never: ", wordings(concept, TermStatus.FORBIDDEN));
    return String.join("; ", parts);
  }

  private String wordings(Concept concept, TermStatus status) {
    return concept.terms(pair.target(), status).stream()
        .map(Term::text)
        .collect(Collectors.joining(", "));
  }

  private static void addPart(List<String> parts, String label, String text) {
    if (!text.isEmpty()) {
      parts.add(label + text);
    }
  }
}
