package io.haidang.translation.check;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.TextSpan;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding.Fix;
import io.haidang.translation.document.CodedText;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All checks of a segment, for machine output and for a person's edit alike.
 *
 * <p>Ids: {@code empty}, {@code numbers}, {@code dates}, {@code currency}, {@code units}, {@code
 * term-missing}, {@code term-forbidden}, {@code term-not-valid}, {@code names}, {@code
 * abbreviations}, {@code negation}, {@code untranslated}, {@code already-translated}, {@code
 * repeated-words}, {@code repeated-phrase}, {@code inline-codes}, {@code tags}, {@code
 * placeholders}, {@code references}, {@code punctuation}, {@code spaces}, {@code capitals}, {@code
 * length}, {@code incomplete}. What needs the whole document is judged by {@link
 * io.haidang.translation.pipeline.DocumentNames} and {@link RepeatedSegments}.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class Checks {

  static final List<Check> ALL =
      List.of(
          new EmptyCheck(),
          new NumbersCheck(),
          new UnitsCheck(),
          new TermsCheck(),
          new NamesCheck(),
          new AbbreviationsCheck(),
          new NegationCheck(),
          new UntranslatedCheck(),
          new RepeatedWordsCheck(),
          new RepeatedPhraseCheck(),
          new InlineCodesCheck(),
          new PlaceholdersCheck(),
          new PunctuationCheck(),
          new SpacesCheck(),
          new CapitalsCheck(),
          new LengthCheck());

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private Checks() {}

  /** What is wrong with {@code target}, most severe first; segments may hold inline codes. */
  public static List<Finding> run(String source, String target, TranslationContext context) {
    return run(source, target, context, Set.of());
  }

  /**
   * The same for a segment in the middle of a document.
   *
   * @param introduced concepts whose full name stands before, so that their abbreviation will do
   */
  public static List<Finding> run(
      String source, String target, TranslationContext context, Set<ConceptId> introduced) {
    return run(source, target, context, introduced, NO_LIMIT);
  }

  /**
   * The same for a field that takes a text of limited length.
   *
   * @param limit the most characters of the target, without inline codes; 1 or more
   */
  public static List<Finding> run(
      String source,
      String target,
      TranslationContext context,
      Set<ConceptId> introduced,
      int limit) {
    CheckedPair pair =
        new CheckedPair(
            CodedText.parse(source), CodedText.parse(target), context, introduced, limit);
    if (!new EmptyCheck().run(pair).isEmpty()) {
      return new EmptyCheck().run(pair); // The rest would only repeat it.
    }
    return ALL.stream()
        .flatMap(check -> check.run(pair).stream())
        .map(finding -> withCodes(finding, pair))
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  /**
   * The official names that a segment lacks, id {@code term-missing}: the part of {@link #run} that
   * a change elsewhere in the document can make or mend.
   *
   * @param introduced concepts whose full name stands before
   */
  public static List<Finding> missingNames(
      String source, String target, TranslationContext context, Set<ConceptId> introduced) {
    CheckedPair pair =
        new CheckedPair(
            CodedText.parse(source), CodedText.parse(target), context, introduced, NO_LIMIT);
    return pair.targetText().isBlank()
        ? List.of()
        : new TermsCheck()
            .run(pair).stream()
                .filter(finding -> finding.check().equals(TermsCheck.MISSING))
                .map(finding -> withCodes(finding, pair))
                .toList();
  }

  private static Finding withCodes(Finding finding, CheckedPair pair) {
    return new Finding(
        finding.check(),
        finding.severity(),
        coded(finding.sourceSpan(), pair.source()),
        coded(finding.targetSpan(), pair.target()),
        finding.expected(),
        finding.detail(),
        coded(finding.fix(), pair.target()));
  }

  /** A change that would take inline codes away is for a person. */
  private static @Nullable Fix coded(@Nullable Fix fix, CodedText text) {
    if (fix == null) {
      return null;
    }
    TextSpan span = text.coded(fix.span());
    return span.length() == fix.span().length() ? new Fix(span, fix.replacement()) : null;
  }

  private static @Nullable TextSpan coded(@Nullable TextSpan span, CodedText text) {
    return span == null ? null : text.coded(span);
  }
}
