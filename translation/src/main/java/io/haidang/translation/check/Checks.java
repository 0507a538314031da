package io.haidang.translation.check;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.TextSpan;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.CodedText;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All checks of a segment, for machine output and for a person's edit alike.
 *
 * <p>Ids: {@code empty}, {@code numbers}, {@code term-missing}, {@code term-forbidden}, {@code
 * term-not-valid}, {@code untranslated}, {@code repeated-words}, {@code inline-codes}. What needs
 * the whole document is judged by {@link io.haidang.translation.pipeline.DocumentNames}.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class Checks {

  static final List<Check> ALL =
      List.of(
          new EmptyCheck(),
          new NumbersCheck(),
          new TermsCheck(),
          new UntranslatedCheck(),
          new RepeatedWordsCheck(),
          new InlineCodesCheck());

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
    CheckedPair pair =
        new CheckedPair(CodedText.parse(source), CodedText.parse(target), context, introduced);
    if (!new EmptyCheck().run(pair).isEmpty()) {
      return new EmptyCheck().run(pair); // The rest would only repeat it.
    }
    return ALL.stream()
        .flatMap(check -> check.run(pair).stream())
        .map(finding -> withCodes(finding, pair))
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  private static Finding withCodes(Finding finding, CheckedPair pair) {
    return new Finding(
        finding.check(),
        finding.severity(),
        coded(finding.sourceSpan(), pair.source()),
        coded(finding.targetSpan(), pair.target()),
        finding.expected(),
        finding.detail());
  }

  private static @Nullable TextSpan coded(@Nullable TextSpan span, CodedText text) {
    return span == null ? null : text.coded(span);
  }
}
