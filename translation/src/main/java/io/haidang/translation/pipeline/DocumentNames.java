package io.haidang.translation.pipeline;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.DocumentTerms;
import io.haidang.glossary.enforce.TermPlan;
import io.haidang.glossary.enforce.UsageFinding;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Finding.Fix;
import io.haidang.translation.check.RepeatedSegments;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a whole document uses its official names, whatever engine wrote it and whoever edited it:
 * none missing, introduced at the first mention, called the same from beginning to end; and whether
 * one sentence reads the same wherever it stands. It is computed from the texts alone, so it can be
 * computed again at any time.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O; time grows with the document.
 */
public final class DocumentNames {

  private static final String NOT_INTRODUCED = "term-not-introduced";
  private static final String INTRODUCED_AGAIN = "term-introduced-again";
  private static final String INCONSISTENT = "term-inconsistent";
  private static final String MISSING = "term-missing";
  private static final Set<String> IDS =
      Set.of(NOT_INTRODUCED, INTRODUCED_AGAIN, INCONSISTENT, MISSING);

  private final TranslationContext context;
  private final List<String> sources;
  private final List<TermPlan> plans;
  private final List<String> texts;
  private final List<CodedText> targets;
  private final RepeatedSegments repeated;
  private final DocumentTerms terms;
  private final List<UsageFinding> usage;

  private DocumentNames(
      TranslationContext context, List<String> sources, List<TermPlan> plans, List<String> texts) {
    this.context = context;
    this.sources = List.copyOf(sources);
    this.plans = plans;
    this.texts = List.copyOf(texts);
    this.targets = texts.stream().map(CodedText::parse).toList();
    this.repeated = RepeatedSegments.of(sources, texts, context);
    this.terms =
        DocumentTerms.of(
            context.terms().glossary(),
            plans,
            targets.stream().map(CodedText::plain).toList(),
            context.pair().target(),
            context.textDate());
    this.usage = terms.findings();
  }

  /**
   * Reads a document.
   *
   * @param sources every segment, in the order of the document, with inline codes
   * @param targets the translation of each
   */
  public static DocumentNames of(
      List<String> sources, List<String> targets, TranslationContext context) {
    List<TermPlan> plans =
        sources.stream()
            .map(InlineCodes::strip)
            .map(
                plain ->
                    context
                        .terms()
                        .plan(
                            plain,
                            context.pair().source(),
                            context.pair().target(),
                            context.textDate()))
            .toList();
    return new DocumentNames(context, sources, plans, targets);
  }

  /** The same sources with other translations. */
  DocumentNames with(List<String> others) {
    return new DocumentNames(context, sources, plans, others);
  }

  /**
   * The segments of a document that a machine has translated, with their names as the rules for
   * documents ask: mended where that is safe, else with a finding.
   *
   * @param segments all of them, in the order of the document
   */
  public static List<TranslatedSegment> settle(
      List<TranslatedSegment> segments, TranslationContext context) {
    return new DocumentNamesRepair(context).repair(segments);
  }

  /** Whether a finding is one of {@link #findings}. */
  public static boolean isOwn(Finding finding) {
    return IDS.contains(finding.check()) || RepeatedSegments.isOwn(finding);
  }

  /** Concepts whose full name a segment before {@code segment} gives. */
  public Set<ConceptId> introducedBefore(int segment) {
    return terms.introducedBefore(segment);
  }

  /**
   * What the rules for documents say about one segment: {@code term-missing}, since an abbreviation
   * that was introduced before will do, then left to right {@code term-not-introduced}, {@code
   * term-introduced-again} and {@code term-inconsistent}, at last {@code inconsistent}.
   *
   * @param segment its number, from 0
   */
  public List<Finding> findings(int segment) {
    List<Finding> findings = new ArrayList<>(missing(segment));
    for (UsageFinding found : usage) {
      if (found.segment() == segment) {
        findings.add(finding(found));
      }
    }
    findings.addAll(repeated.findings(sources.get(segment), texts.get(segment)));
    return findings;
  }

  private List<Finding> missing(int segment) {
    return plans.get(segment).requirements().isEmpty()
        ? List.of()
        : Checks.missingNames(
            sources.get(segment), texts.get(segment), context, introducedBefore(segment));
  }

  private Finding finding(UsageFinding found) {
    TextSpan place = targets.get(found.segment()).coded(found.span());
    return new Finding(
        id(found.kind()),
        Severity.WARNING,
        null,
        place,
        found.replacement(),
        "",
        place.length() == found.span().length() ? new Fix(place, found.replacement()) : null);
  }

  private static String id(UsageFinding.Kind kind) {
    return switch (kind) {
      case ABBREVIATION_BEFORE_NAME, ABBREVIATION_NOT_GIVEN -> NOT_INTRODUCED;
      case INTRODUCED_AGAIN -> INTRODUCED_AGAIN;
      case INCONSISTENT -> INCONSISTENT;
    };
  }

  List<UsageFinding> usage() {
    return usage;
  }

  /** The plain texts as {@code followed} proposes them. */
  List<String> corrected(List<UsageFinding> followed) {
    return terms.corrected(followed);
  }

  CodedText target(int segment) {
    return targets.get(segment);
  }
}
