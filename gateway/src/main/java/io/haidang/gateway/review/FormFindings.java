package io.haidang.gateway.review;

import io.haidang.glossary.TextSpan;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.faithful.FaithfulnessCheck;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import java.util.ArrayList;
import java.util.List;
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
  private final FaithfulnessCheck story;
  private final TranslationContext context;

  /**
   * Judges a form by its story, as those who made it did.
   *
   * @param story knows what the asset states
   * @param context whose target is the language of the form
   */
  public FormFindings(Form form, FaithfulnessCheck story, TranslationContext context) {
    this.form = form;
    this.story = story;
    this.context = context;
  }

  /** A form that nothing of the story fits. */
  public static Finding empty(String reason) {
    return new Finding("form-empty", Severity.ERROR, null, null, "", reason);
  }

  /** Whether a finding says that there is nothing to sign off, which no reason makes good. */
  static boolean isEmpty(Finding finding) {
    return finding.check().equals("form-empty");
  }

  /** The findings of each sentence; the length is told with the first one. */
  public List<List<Finding>> of(List<FormSentence> sentences) {
    List<List<Finding>> findings = new ArrayList<>();
    for (FormSentence sentence : sentences) {
      findings.add(unsupported(story, sentence, context));
    }
    Finding tooLong = tooLong(new FormCandidate(sentences).text());
    if (tooLong != null) {
      findings.get(0).add(tooLong);
    }
    return findings;
  }

  /** What a sentence states and the story does not. */
  static List<Finding> unsupported(
      FaithfulnessCheck story, FormSentence sentence, TranslationContext context) {
    List<Finding> unsupported = new ArrayList<>();
    for (Finding found : story.run(sentence, context.pair().target())) {
      unsupported.add(unsupported(found, sentence));
    }
    return unsupported;
  }

  /** What is lost has no place of its own: the whole sentence is meant. */
  private static Finding unsupported(Finding found, FormSentence sentence) {
    TextSpan place = found.targetSpan();
    return new Finding(
        "unsupported-fact",
        Severity.ERROR,
        null,
        place == null ? new TextSpan(0, sentence.text().length()) : place,
        "",
        found.check());
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
