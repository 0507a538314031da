package io.haidang.glossary;

import java.util.Locale;

/**
 * One wording of a concept in one language.
 *
 * @param language of the wording
 * @param text as the source document writes it; never blank
 * @param status how it may be used
 * @param reason why, for a forbidden term; empty when none was given
 * @param caseRule which capitals a text may have
 * @param firstMention how an abbreviation is introduced; of no effect on other terms
 */
public record Term(
    Locale language,
    String text,
    TermStatus status,
    String reason,
    CaseRule caseRule,
    FirstMention firstMention) {

  public Term {
    if (text.isBlank()) {
      throw new IllegalArgumentException("term.text: (blank) (expected: a name)");
    }
    if (language.getLanguage().isEmpty()) {
      throw new IllegalArgumentException("term.language: (none) (expected: a tag such as vi)");
    }
  }

  public Term(Locale language, String text, TermStatus status) {
    this(language, text, status, "", CaseRule.NAME, FirstMention.WHEN_USED);
  }

  public Term withReason(String why) {
    return new Term(language, text, status, why, caseRule, firstMention);
  }

  public Term withCaseRule(CaseRule rule) {
    return new Term(language, text, status, reason, rule, firstMention);
  }

  public Term withFirstMention(FirstMention rule) {
    return new Term(language, text, status, reason, caseRule, rule);
  }

  /**
   * Whether a text in {@code wanted} may use the wording: a term without a script or a region
   * serves all of them, so one in {@code en} serves {@code en-GB}, but not the other way round.
   */
  public boolean serves(Locale wanted) {
    return language.equals(wanted)
        || (language.getLanguage().equals(wanted.getLanguage())
            && isEmptyOr(language.getScript(), wanted.getScript())
            && isEmptyOr(language.getCountry(), wanted.getCountry())
            && language.getVariant().isEmpty());
  }

  private static boolean isEmptyOr(String part, String wanted) {
    return part.isEmpty() || part.equals(wanted);
  }
}
