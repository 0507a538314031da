package io.haidang.gateway.review;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a product that is no translation of a document, after a segment has got
 * another text.
 */
interface ProductChecks {

  /** The findings of each segment of {@code rows}, with {@code text} in place of one. */
  List<List<Finding>> after(List<SegmentRow> rows, int changed, String text);

  /**
   * The checks of a product; empty where they are those of a translation. Reads what the product is
   * made from: call it outside of transactions.
   */
  static Optional<ProductChecks> of(Target target, Originals originals, TermEnforcer terms) {
    if (target.form().isTranscript()) {
      return Optional.of(new TranscriptChecks());
    }
    if (target.form().equals(ProductForm.VOICE_OVER)) {
      return Optional.of(VoiceChecks.of(target, originals, terms));
    }
    if (target.form().equals(ProductForm.SUBTITLES)) {
      return target.isInAnotherLanguage()
          ? Optional.empty()
          : Optional.of(CueChecks.of(target, originals));
    }
    return target.form().isTranslation()
        ? Optional.empty()
        : Optional.of(FormChecks.of(target, originals, terms));
  }
}
