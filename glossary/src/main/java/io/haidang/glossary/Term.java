package io.haidang.glossary;

import java.util.Locale;

/**
 * One wording of a concept in one language.
 *
 * @param language of the wording
 * @param text as the source document writes it; never blank
 * @param status how it may be used
 * @param reason why, for a forbidden term; empty when none was given
 */
public record Term(Locale language, String text, TermStatus status, String reason) {

  public Term {
    if (text.isBlank()) {
      throw new IllegalArgumentException("term.text: (blank) (expected: a name)");
    }
  }

  public Term(Locale language, String text, TermStatus status) {
    this(language, text, status, "");
  }
}
