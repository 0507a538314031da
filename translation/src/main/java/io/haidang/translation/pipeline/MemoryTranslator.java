package io.haidang.translation.pipeline;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.enforce.TermPlan;
import io.haidang.translation.Excerpt;
import io.haidang.translation.MemoryUse;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.memory.CurrentNames;
import io.haidang.translation.memory.MemoryMatch;
import io.haidang.translation.memory.MemoryMatch.Kind;
import io.haidang.translation.memory.MemoryOrigin;
import io.haidang.translation.memory.MemoryQuery;
import io.haidang.translation.memory.TranslationMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes from a memory what it has, and asks another translator for the rest. It takes a segment
 * that is the same, names and checks as good as when it was approved; and one that is the same but
 * for figures or inline codes, which carries a warning.
 */
final class MemoryTranslator extends FillingTranslator {

  static final String FIGURES = "memory-figures";
  private static final String CODES = "inline-codes";

  /** How the ids of checks begin that depend on the glossary. */
  private static final String TERMS = "term-";

  /** Of several translations the best that can be used is taken. */
  private static final int MOST = 5;

  private final TranslationMemory memory;
  private final Set<String> labels;

  MemoryTranslator(SegmentTranslator translator, TranslationMemory memory, Set<String> labels) {
    super(translator);
    this.memory = memory;
    this.labels = Set.copyOf(labels);
  }

  @Override
  Optional<TranslatedSegment> known(Excerpt excerpt, int index, TranslationContext context) {
    String source = excerpt.texts().get(index);
    if (InlineCodes.strip(source).chars().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    MemoryQuery query =
        new MemoryQuery(
            context.pair(),
            source,
            neighbour(excerpt.before(index, 1)),
            neighbour(excerpt.after(index, 1)),
            "",
            labels,
            MemoryMatch.NEAR_SCORE,
            MOST);
    return CurrentNames.judge(memory.find(query), source, context).stream()
        .filter(MemoryTranslator::isUsable)
        .map(match -> segment(source, match, context))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String neighbour(List<String> neighbours) {
    return neighbours.isEmpty() ? "" : neighbours.get(0);
  }

  private static boolean isUsable(MemoryMatch match) {
    boolean isNear = match.kind() == Kind.SUBSTITUTED || match.kind() == Kind.OTHER_CODES;
    return match.isFull() || (isNear && match.penalties().isEmpty());
  }

  /** Empty when the checks object to something that no approver has accepted. */
  private static Optional<TranslatedSegment> segment(
      String source, MemoryMatch match, TranslationContext context) {
    TermPlan plan = plan(source, context);
    List<Finding> findings = new ArrayList<>();
    String target = match.target();
    if (match.kind() == Kind.OTHER_CODES) {
      CodePlacement.Placed placed =
          CodePlacement.place(CodedText.parse(source), match.target(), plan);
      target = placed.text();
      if (placed.approximate()) {
        findings.add(warning(CODES, "position is a guess"));
      }
    }
    if (match.kind() == Kind.SUBSTITUTED) {
      String figures =
          match.substitutions().stream()
              .map(change -> change.from() + " → " + change.to())
              .collect(Collectors.joining(", "));
      findings.add(warning(FIGURES, figures));
    }
    List<Finding> checked = Checks.run(source, target, context, concepts(plan));
    if (!isAccepted(checked, match, context)) {
      return Optional.empty();
    }
    findings.addAll(checked);
    findings.sort(Comparator.comparing(Finding::severity));
    return Optional.of(
        new TranslatedSegment(source, target, Double.NaN, findings, provenance(match, context)));
  }

  private static TermPlan plan(String source, TranslationContext context) {
    return context
        .terms()
        .plan(
            InlineCodes.strip(source),
            context.pair().source(),
            context.pair().target(),
            context.textDate());
  }

  /** Whether a name was introduced before is judged for the document as a whole. */
  private static Set<ConceptId> concepts(TermPlan plan) {
    return plan.requirements().stream()
        .map(requirement -> requirement.match().concept().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isAccepted(
      List<Finding> findings, MemoryMatch match, TranslationContext context) {
    MemoryOrigin origin = match.entry().origin();
    boolean sameNames = origin.release().equals(context.terms().glossary().release().value());
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::check)
        .allMatch(
            check -> origin.accepted().contains(check) && (sameNames || !check.startsWith(TERMS)));
  }

  private static Finding warning(String check, String detail) {
    return new Finding(check, Severity.WARNING, null, null, "", detail);
  }

  private static Provenance provenance(MemoryMatch match, TranslationContext context) {
    MemoryOrigin origin = match.entry().origin();
    return Provenance.of(
        new MemoryUse(
            match.entry().id(),
            match.kind().name(),
            match.score(),
            origin.document(),
            origin.segment(),
            origin.person()),
        context.terms().glossary().release().value());
  }
}
