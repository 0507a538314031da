package io.haidang.translation;

import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import java.time.LocalDate;

/**
 * What all segments of one translation share.
 *
 * @param pair the direction
 * @param textDate date of the text, which decides which names are official
 * @param terms the glossary release to obey
 */
public record TranslationContext(LanguagePair pair, LocalDate textDate, TermEnforcer terms) {}
