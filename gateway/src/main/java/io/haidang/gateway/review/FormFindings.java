package io.haidang.gateway.review;

import io.haidang.glossary.TextSpan;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactExtractor;
import io.haidang.translation.fact.FactLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form: it is empty, too long, or states what its story does not. Each blocks
 * approval.
 *
 * <p>Ids: {@code form-empty}, {@code form-too-long}, {@code unsupported-fact}.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class FormFindings {

  private final Form form;
  private final FactLedger story;
  private final FactExtractor extractor;
  private final TranslationContext context;

  /**
   * Judges a form by its story.
   *
   * @param story what the asset states
   * @param context whose target is the language of the form
   */
  public FormFindings(
      Form form, FactLedger story, FactExtractor extractor, TranslationContext context) {
    this.form = form;
    this.story = story;
    this.extractor = extractor;
    this.context = context;
  }

  /** A form that nothing of the story fits. */
  public static Finding empty(String reason) {
    return new Finding("form-empty", Severity.ERROR, null, null, "", reason);
  }

  /** The findings of each sentence; the length is told with the first one. */
  public List<List<Finding>> of(List<FormSentence> sentences) {
    FactLedger claims =
        extractor.ledger(
            sentences.stream().map(FormFindings::stated).toList(),
            context.pair().target(),
            context.textDate());
    List<Fact> unsupported = story.unsupported(claims);
    List<List<Finding>> findings = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      int index = i;
      List<Finding> own = new ArrayList<>();
      unsupported.stream()
          .filter(fact -> fact.segment() == index)
          .map(FormFindings::unsupported)
          .forEach(own::add);
      findings.add(own);
    }
    Finding tooLong = tooLong(new FormCandidate(sentences).text());
    if (tooLong != null) {
      findings.get(0).add(tooLong);
    }
    return findings;
  }

  /** Hashtags are names run together; whoever made them took them from the list. */
  private static String stated(FormSentence sentence) {
    return sentence.isProse() ? sentence.text() : "";
  }

  private static Finding unsupported(Fact fact) {
    return new Finding(
        "unsupported-fact",
        Severity.ERROR,
        null,
        new TextSpan(fact.span().start(), fact.span().end()),
        "",
        fact.kind().name().toLowerCase(Locale.ROOT));
  }

  private @Nullable Finding tooLong(String text) {
    return form.fits(text)
        ? null
        : new Finding(
            "form-too-long",
            Severity.ERROR,
            null,
            null,
            Integer.toString(form.most()),
            Integer.toString(form.length(text)));
  }
}
