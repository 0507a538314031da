package io.haidang.gateway.review;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.faithful.FaithfulnessCheck;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The findings of a form as it is after one segment has got another text. */
final class FormChecks implements ProductChecks {

  private final FormFindings forms;
  private final TranslationContext context;
  private final boolean isTranslated;

  private FormChecks(FormFindings forms, TranslationContext context, boolean isTranslated) {
    this.forms = forms;
    this.context = context;
    this.isTranslated = isTranslated;
  }

  /** Reads what the asset of a form states; call it outside of transactions. */
  static FormChecks of(Target target, Originals originals, TermEnforcer terms) {
    TranslationContext context =
        new TranslationContext(
            new LanguagePair(target.asset().sourceLanguage(), target.language()),
            target.asset().textDate(),
            terms);
    StoryText story =
        StoryText.of(
            originals.document(target.asset()), context.pair().source(), context.textDate());
    FaithfulnessCheck check = FaithfulnessCheck.of(story, terms.glossary());
    return new FormChecks(
        new FormFindings(Form.of(target.form().id()), check, context),
        context,
        target.isInAnotherLanguage());
  }

  @Override
  public List<List<Finding>> after(List<SegmentRow> rows, int changed, String text) {
    List<FormSentence> sentences = new ArrayList<>();
    for (SegmentRow row : rows) {
      String present = row.index() == changed ? text : row.target();
      if (!present.isBlank()) {
        sentences.add(new FormSentence(present.strip(), row.origins(), row.role()));
      }
    }
    List<List<Finding>> found = sentences.isEmpty() ? List.of() : forms.of(sentences);
    List<List<Finding>> findings = new ArrayList<>();
    int next = 0;
    for (SegmentRow row : rows) {
      String present = row.index() == changed ? text : row.target();
      findings.add(
          present.isBlank()
              ? ofBlank(row, sentences.isEmpty())
              : sorted(row.source(), present, found.get(next++)));
    }
    return findings;
  }

  /** A sentence may be taken out of a form, but not out of the translation of one. */
  private List<Finding> ofBlank(SegmentRow row, boolean isFormEmpty) {
    return isFormEmpty ? List.of(FormFindings.empty("")) : sorted(row.source(), "", List.of());
  }

  private List<Finding> sorted(String source, String text, List<Finding> own) {
    List<Finding> all = new ArrayList<>(own);
    if (isTranslated && !source.isBlank()) {
      all.addAll(Checks.run(source, text, context));
    }
    all.sort(Comparator.comparing(Finding::severity));
    return all;
  }
}
