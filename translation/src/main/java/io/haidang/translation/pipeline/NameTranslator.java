package io.haidang.translation.pipeline;

import io.haidang.glossary.enforce.TermPlan;
import io.haidang.glossary.enforce.TermRequirement;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a segment that is one name of the glossary and nothing else as the glossary writes it, and
 * asks another translator for the rest. A model would often make a sentence of it.
 */
final class NameTranslator extends FillingTranslator {

  /** A name in capitals, such as a heading; a short one may be an abbreviation. */
  private static final int SHORTEST_CAPITALS = 4;

  /** White space around, which stays. */
  private static final Pattern CORE = Pattern.compile("^(\\s*)(.*\\S)(\\s*)$", Pattern.DOTALL);

  NameTranslator(SegmentTranslator translator) {
    super(translator);
  }

  @Override
  Optional<TranslatedSegment> known(Excerpt excerpt, int index, TranslationContext context) {
    String source = excerpt.texts().get(index);
    Matcher core = CORE.matcher(source);
    return core.matches()
        ? rendering(core.group(2), context)
            .flatMap(name -> segment(source, core.group(1) + name + core.group(3), context))
        : Optional.empty();
  }

  private static Optional<String> rendering(String core, TranslationContext context) {
    TermPlan plan =
        context
            .terms()
            .plan(core, context.pair().source(), context.pair().target(), context.textDate());
    List<TermRequirement> names = plan.requirements();
    if (names.size() != 1 || names.get(0).match().span().length() != core.length()) {
      return Optional.empty();
    }
    String name = names.get(0).rendering().text();
    return Optional.of(isCapitals(core) ? name.toUpperCase(context.pair().target()) : name);
  }

  private static boolean isCapitals(String text) {
    return text.chars().filter(Character::isUpperCase).count() >= SHORTEST_CAPITALS
        && text.chars().noneMatch(Character::isLowerCase);
  }

  /** Empty when the checks object to it. */
  private static Optional<TranslatedSegment> segment(
      String source, String target, TranslationContext context) {
    List<Finding> findings = Checks.run(source, target, context);
    if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
      return Optional.empty();
    }
    return Optional.of(
        new TranslatedSegment(
            source,
            target,
            Double.NaN,
            findings,
            Provenance.ofNames(context.terms().glossary().release().value())));
  }
}
