package io.haidang.translation.pipeline;

import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.enforce.UsageFinding;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Mends how a document uses its names. A concept is mended everywhere or nowhere, since one place
 * leans on another: everywhere when each place is plain text in its glossary form, and no segment
 * gets more errors by it. Immutable.
 */
final class DocumentNamesRepair {

  private static final Set<String> NOT_ABOUT_THE_TEXT =
      Set.of(
          EnforcingTranslator.NOT_PLACED,
          EnforcingTranslator.TRUNCATED,
          EnforcingTranslator.REPLACED,
          ComparingTranslator.CHECK);

  private final TranslationContext context;

  DocumentNamesRepair(TranslationContext context) {
    this.context = context;
  }

  List<TranslatedSegment> repair(List<TranslatedSegment> segments) {
    List<String> sources = segments.stream().map(TranslatedSegment::source).toList();
    DocumentNames document = DocumentNames.of(sources, targets(segments), context);
    Set<Integer> approved = approved(segments);
    Set<ConceptId> refused = new HashSet<>();
    List<TranslatedSegment> mended;
    Set<ConceptId> harmed;
    do {
      List<UsageFinding> safe = safe(document, refused, approved);
      mended = mended(segments, document, safe);
      harmed = harmed(segments, mended, safe);
      refused.addAll(harmed); // One concept fewer each time, so this ends.
    } while (!harmed.isEmpty());
    return withFindings(mended, document.with(targets(mended)));
  }

  /** What a person has signed off is for a person to change. */
  private static Set<Integer> approved(List<TranslatedSegment> segments) {
    return IntStream.range(0, segments.size())
        .filter(i -> segments.get(i).provenance().memory() != null)
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> targets(List<TranslatedSegment> segments) {
    return segments.stream().map(TranslatedSegment::target).toList();
  }

  private List<UsageFinding> safe(
      DocumentNames document, Set<ConceptId> refused, Set<Integer> approved) {
    Set<ConceptId> left = new HashSet<>(refused);
    document.usage().stream()
        .filter(finding -> approved.contains(finding.segment()) || !isSafe(document, finding))
        .forEach(finding -> left.add(finding.concept()));
    return document.usage().stream().filter(f -> !left.contains(f.concept())).toList();
  }

  /** Text with markup, in capitals, or with an English ending is for a person to change. */
  private boolean isSafe(DocumentNames document, UsageFinding finding) {
    String text = document.target(finding.segment()).plain();
    boolean capitals = text.chars().noneMatch(Character::isLowerCase);
    return document.target(finding.segment()).codes().isEmpty()
        && !capitals
        && (finding.kind() != UsageFinding.Kind.INCONSISTENT || isGlossaryForm(finding, text));
  }

  private boolean isGlossaryForm(UsageFinding finding, String text) {
    String found = finding.span().of(text);
    return context.terms().glossary().find(finding.concept()).map(Concept::terms).stream()
        .flatMap(List::stream)
        .anyMatch(term -> term.text().equalsIgnoreCase(found));
  }

  private List<TranslatedSegment> mended(
      List<TranslatedSegment> segments, DocumentNames document, List<UsageFinding> safe) {
    if (safe.isEmpty()) {
      return segments;
    }
    List<String> targets = new ArrayList<>(targets(segments));
    List<String> corrected = document.corrected(safe);
    safe.stream().mapToInt(UsageFinding::segment).forEach(i -> targets.set(i, corrected.get(i)));
    DocumentNames now = document.with(targets);
    List<TranslatedSegment> mended = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      TranslatedSegment before = segments.get(i);
      boolean same = before.target().equals(targets.get(i));
      mended.add(same ? before : rewritten(before, targets.get(i), now.introducedBefore(i)));
    }
    return mended;
  }

  private TranslatedSegment rewritten(
      TranslatedSegment before, String target, Set<ConceptId> introduced) {
    List<Finding> findings =
        sorted(
            Stream.concat(
                before.findings().stream().filter(f -> NOT_ABOUT_THE_TEXT.contains(f.check())),
                Checks.run(before.source(), target, context, introduced).stream()));
    return new TranslatedSegment(
        before.source(),
        target,
        before.confidence(),
        before.similarity(),
        EditedText.carry(before.uncertain(), before.target(), target),
        findings,
        before.provenance().asRepaired());
  }

  private static Set<ConceptId> harmed(
      List<TranslatedSegment> before, List<TranslatedSegment> after, List<UsageFinding> followed) {
    Set<ConceptId> harmed = new HashSet<>();
    for (UsageFinding finding : followed) {
      int segment = finding.segment();
      if (errors(after.get(segment)) > errors(before.get(segment))) {
        harmed.add(finding.concept());
      }
    }
    return harmed;
  }

  private static long errors(TranslatedSegment segment) {
    return segment.findings().stream().filter(f -> f.severity() == Severity.ERROR).count();
  }

  /** What is left to a person; an abbreviation that was introduced before is not missing. */
  private List<TranslatedSegment> withFindings(
      List<TranslatedSegment> segments, DocumentNames document) {
    List<TranslatedSegment> judged = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      TranslatedSegment segment = segments.get(i);
      List<Finding> own = document.findings(i);
      Stream<Finding> others = segment.findings().stream().filter(f -> !DocumentNames.isOwn(f));
      judged.add(withFindings(segment, sorted(Stream.concat(others, own.stream()))));
    }
    return judged;
  }

  private static TranslatedSegment withFindings(TranslatedSegment segment, List<Finding> findings) {
    return findings.equals(segment.findings())
        ? segment
        : segment.withSimilarity(segment.similarity(), findings);
  }

  private static List<Finding> sorted(Stream<Finding> findings) {
    return findings.sorted(Comparator.comparing(Finding::severity)).toList();
  }
}
