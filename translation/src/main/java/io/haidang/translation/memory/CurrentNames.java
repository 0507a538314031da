package io.haidang.translation.memory;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.enforce.TermFinding;
import io.haidang.glossary.enforce.TermPlan;
import io.haidang.glossary.enforce.TermRequirement;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.memory.MemoryMatch.Penalty;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges matches by the names that are official now. */
public final class CurrentNames {

  private CurrentNames() {}

  /**
   * The same matches, best first; those whose target lacks an official name of {@code asked}, or
   * has a forbidden one, are worth less. What was approved under the release in force is not
   * doubted.
   *
   * @param asked the segment that the memory was asked for, with inline codes
   * @param context whose glossary and date of the text count
   */
  public static List<MemoryMatch> judge(
      List<MemoryMatch> matches, String asked, TranslationContext context) {
    if (matches.isEmpty()) {
      return matches;
    }
    TermPlan plan =
        context
            .terms()
            .plan(
                InlineCodes.strip(asked),
                context.pair().source(),
                context.pair().target(),
                context.textDate());
    return matches.stream()
        .map(match -> isOutdated(match, plan, context) ? match.with(Penalty.OUTDATED_NAME) : match)
        .sorted(MemoryMatch.BEST_FIRST)
        .toList();
  }

  private static boolean isOutdated(MemoryMatch match, TermPlan plan, TranslationContext context) {
    String release = context.terms().glossary().release().value();
    if (match.entry().origin().release().equals(release)) {
      return false;
    }
    Set<ConceptId> named =
        plan.requirements().stream()
            .map(TermRequirement::match)
            .map(found -> found.concept().id())
            .collect(Collectors.toUnmodifiableSet());
    return context
        .terms()
        .verify(plan, InlineCodes.strip(match.target()), context.textDate(), named)
        .stream()
        .map(TermFinding::kind)
        .anyMatch(kind -> kind == TermFinding.Kind.MISSING || kind == TermFinding.Kind.FORBIDDEN);
  }
}
