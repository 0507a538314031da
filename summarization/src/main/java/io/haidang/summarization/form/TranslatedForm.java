package io.haidang.summarization.form;

import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.NoCandidate;
import io.haidang.translation.TranslatedSegment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A form in another language than its story's. Immutable.
 *
 * @param form what was asked for
 * @param language of the target
 * @param source the candidate that was translated; null when none passed
 * @param target the same, translated, hashtags made anew; null when none passed
 * @param segments the translation of each {@link FormCandidate#prose() prose sentence} of the
 *     source, with findings and provenance; the text of the target may differ in its capital and
 *     end mark
 * @param reason why there is none; null when there is one
 */
public record TranslatedForm(
    Form form,
    Locale language,
    @Nullable FormCandidate source,
    @Nullable FormCandidate target,
    List<TranslatedSegment> segments,
    @Nullable NoCandidate reason) {

  public TranslatedForm {
    segments = List.copyOf(segments);
    if ((target == null) != (source == null) || (target == null) == (reason == null)) {
      throw new IllegalArgumentException(
          "form.reason: " + reason + " (expected: one exactly when there is no target)");
    }
  }
}
