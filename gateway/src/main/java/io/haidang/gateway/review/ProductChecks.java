package io.haidang.gateway.review;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.document.SegmentedDocument;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a product after a segment has got another text: with one that is no
 * translation of a document, and with a translation whose places have limits.
 */
interface ProductChecks {

  /** The findings of each segment of {@code rows}, with {@code text} in place of one. */
  List<List<Finding>> after(List<SegmentRow> rows, int changed, String text);

  /**
   * The checks of a product; empty where they are those of any translation.
   *
   * @param limited the document of a translation whose places have limits
   */
  static Optional<ProductChecks> of(
      Target target, Originals originals, Optional<SegmentedDocument> limited, TermEnforcer terms) {
    if (limited.isPresent()) {
      return limited.map(document -> new PlaceChecks(document, context(target, terms)));
    }
    if (target.form().isTranscript()) {
      return Optional.of(new TranscriptChecks());
    }
    if (target.form().equals(ProductForm.VOICE_OVER)) {
      return Optional.of(VoiceChecks.of(target, originals, terms));
    }
    if (target.form().equals(ProductForm.SUBTITLES)) {
      return Optional.of(CueChecks.of(target, originals));
    }
    return target.form().isTranslation()
        ? Optional.empty()
        : Optional.of(FormChecks.of(target, originals, terms));
  }

  /** What the checks of a translation look at. */
  static TranslationContext context(Target target, TermEnforcer terms) {
    return new TranslationContext(
        new LanguagePair(target.asset().sourceLanguage(), target.language()),
        target.asset().textDate(),
        terms);
  }
}
