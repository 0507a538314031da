package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.FormKind;
import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.engine.FormRouter;
import io.haidang.gateway.review.FormFindings;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormDraft;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import java.util.ArrayList;
import java.util.List;

/** Makes a form in the language of its asset, of sentences that each know where they come from. */
final class FormRecipe implements Recipe {

  private final Originals originals;
  private final FormRouter writers;

  FormRecipe(Originals originals, FormRouter writers) {
    this.originals = originals;
    this.writers = writers;
  }

  @Override
  public Making begin(Target target, TermEnforcer names, CallContext call) {
    StorySource source = StorySource.of(target, originals, names);
    FormRequest request = source.request(Form.of(target.form().id()));
    TranslationContext context =
        new TranslationContext(
            new LanguagePair(target.asset().sourceLanguage(), target.language()),
            target.asset().textDate(),
            names);
    FormDraft draft = writers.maker(FormKind.of(target)).make(request, call);
    return draft
        .best()
        .map(best -> made(best, source, request, context))
        .orElseGet(() -> MadeForm.empty(draft.reason(), source.wording(List.of(0)), context));
  }

  private static MadeForm made(
      FormCandidate best, StorySource source, FormRequest request, TranslationContext context) {
    FormFindings findings = new FormFindings(request.form(), source.facts(), context);
    List<List<Finding>> found = findings.of(best.sentences());
    Provenance provenance = MadeForm.provenance(best.origin(), context);
    List<TranslatedSegment> segments = new ArrayList<>();
    for (int i = 0; i < best.sentences().size(); i++) {
      FormSentence sentence = best.sentences().get(i);
      segments.add(
          new TranslatedSegment(
              source.wording(sentence.segments()),
              sentence.text(),
              Double.NaN,
              found.get(i),
              provenance));
    }
    return new MadeForm(best.sentences(), segments, context);
  }
}
