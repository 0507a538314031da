package io.haidang.translation;

import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import java.time.LocalDate;
import java.util.List;

/**
 * What all segments of one translation share.
 *
 * @param pair the direction
 * @param textDate date of the text, which decides which names are official
 * @param terms the glossary release to obey
 * @param wishes how whoever asked would like it to be worded; for engines that read instructions
 */
public record TranslationContext(
    LanguagePair pair, LocalDate textDate, TermEnforcer terms, List<String> wishes) {

  public TranslationContext {
    wishes = List.copyOf(wishes);
  }

  /** A translation of which nobody wishes more than that it is right. */
  public TranslationContext(LanguagePair pair, LocalDate textDate, TermEnforcer terms) {
    this(pair, textDate, terms, List.of());
  }

  /** The same with wishes. */
  public TranslationContext wishing(List<String> others) {
    return new TranslationContext(pair, textDate, terms, others);
  }
}
