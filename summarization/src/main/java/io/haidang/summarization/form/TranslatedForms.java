package io.haidang.summarization.form;

import io.haidang.models.CallContext;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormDraft;
import io.haidang.summarization.FormMaker;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.NoCandidate;
import io.haidang.summarization.compress.Sentences;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Forms in another language: made in the language of the story first, so that all languages say the
 * same, then translated, then judged anew. The first candidate whose translation passes is taken.
 *
 * <p><b>Thread-safety:</b> as safe as the translator. <b>Blocking:</b> computes for seconds; never
 * call it on an event loop.
 */
public final class TranslatedForms {

  /** Translating costs time; who has tried so many in vain will not find one. */
  private static final int MOST_TRIED = 6;

  private final SegmentTranslator translator;
  private final RecentChecks checks = new RecentChecks();

  public TranslatedForms(SegmentTranslator translator) {
    this.translator = translator;
  }

  /**
   * Makes a form in the language of the story and translates it.
   *
   * @param context the direction, and the names to write: those of the request
   * @throws io.haidang.models.ModelException when no engine serves the direction or it fails
   */
  public TranslatedForm make(
      FormMaker maker, FormRequest request, TranslationContext context, CallContext call) {
    return translate(maker.make(request, call), request, context, call);
  }

  /**
   * Translates what was made before: the candidates of a draft, or the one that a person has
   * chosen.
   *
   * @throws io.haidang.models.ModelException when no engine serves the direction or it fails
   */
  public TranslatedForm translate(
      FormDraft draft, FormRequest request, TranslationContext context, CallContext call) {
    Locale language = context.pair().target();
    CandidateGate gate = new CandidateGate(request.form(), language, checks.of(request));
    @Nullable NoCandidate nearest = draft.reason();
    List<FormCandidate> candidates = draft.candidates();
    for (FormCandidate source : candidates.subList(0, Math.min(MOST_TRIED, candidates.size()))) {
      List<TranslatedSegment> segments = translator.translate(source.prose(), context, call);
      if (segments.stream().anyMatch(segment -> segment.target().isBlank())) {
        nearest = NearestRefusal.of(nearest, NoCandidate.UNGRAMMATICAL);
        continue;
      }
      FormCandidate target = assembled(source, segments, request, language);
      @Nullable NoCandidate refusal = gate.refusal(target);
      if (refusal == null) {
        return new TranslatedForm(request.form(), language, source, target, segments, null);
      }
      nearest = NearestRefusal.of(nearest, refusal);
    }
    NoCandidate reason = NearestRefusal.orElseNone(nearest, request);
    return new TranslatedForm(request.form(), language, null, null, List.of(), reason);
  }

  private static FormCandidate assembled(
      FormCandidate source,
      List<TranslatedSegment> segments,
      FormRequest request,
      Locale language) {
    Iterator<TranslatedSegment> translations = segments.iterator();
    List<FormSentence> sentences = new ArrayList<>();
    for (FormSentence sentence : source.sentences()) {
      if (sentence.isProse()) {
        String text = InlineCodes.strip(translations.next().target());
        sentences.add(sentence.withText(written(text, sentence, request.form())));
      } else if (sentence.role() == Role.LINK) {
        sentences.add(sentence);
      }
    }
    return PostShape.tagged(source.withSentences(sentences), source, request, language);
  }

  private static String written(String text, FormSentence sentence, Form form) {
    boolean headline = sentence.role() == Role.TITLE && form.kind() == Form.Kind.HEADLINE;
    return Sentences.capitalized(headline ? Sentences.withoutEnd(text) : text);
  }
}
