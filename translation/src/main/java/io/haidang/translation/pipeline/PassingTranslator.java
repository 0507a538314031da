package io.haidang.translation.pipeline;

import io.haidang.models.CallContext;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.language.LanguageDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Leaves segments that are in the language of the target already, and asks another translator for
 * the rest: a model that is told to translate English from Vietnamese writes nonsense.
 */
final class PassingTranslator implements SegmentTranslator {

  private final SegmentTranslator translator;
  private final LanguageDetector detector;

  PassingTranslator(SegmentTranslator translator, LanguageDetector detector) {
    this.translator = translator;
    this.detector = detector;
  }

  @Override
  public List<TranslatedSegment> translate(
      Excerpt excerpt, TranslationContext context, CallContext call) {
    List<String> texts = excerpt.texts();
    List<@Nullable TranslatedSegment> segments = new ArrayList<>();
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      boolean passes = isTranslated(texts.get(i), context);
      segments.add(passes ? unchanged(texts.get(i), context) : null);
      if (!passes) {
        missing.add(i);
      }
    }
    if (!missing.isEmpty()) {
      List<TranslatedSegment> made = translator.translate(excerpt.only(missing), context, call);
      for (int i = 0; i < made.size(); i++) {
        segments.set(missing.get(i), made.get(i));
      }
    }
    return segments.stream().map(Objects::requireNonNull).toList();
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
