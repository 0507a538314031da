package io.haidang.translation.pipeline;

import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.language.LanguageDetector;
import java.util.Optional;

/**
 * Leaves segments that are in the language of the target already, and asks another translator for
 * the rest: a model that is told to translate English from Vietnamese writes nonsense.
 */
final class PassingTranslator extends FillingTranslator {

  private final LanguageDetector detector;

  PassingTranslator(SegmentTranslator translator, LanguageDetector detector) {
    super(translator);
    this.detector = detector;
  }

  @Override
  Optional<TranslatedSegment> known(Excerpt excerpt, int index, TranslationContext context) {
    String text = excerpt.texts().get(index);
    return isTranslated(text, context) ? Optional.of(unchanged(text, context)) : Optional.empty();
  }

  private boolean isTranslated(String text, TranslationContext context) {
    return detector
        .best(InlineCodes.strip(text))
        .filter(guess -> guess.isSure() && guess.isOf(context.pair().target()))
        .isPresent();
  }

  private static TranslatedSegment unchanged(String text, TranslationContext context) {
    return new TranslatedSegment(
        text,
        text,
        Double.NaN,
        Checks.run(text, text, context),
        Provenance.ofSource(context.terms().glossary().release().value()));
  }
}
