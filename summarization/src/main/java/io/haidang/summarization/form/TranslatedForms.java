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
import io.haidang.summarization.compress.ClauseDropper;
import io.haidang.summarization.compress.Sentences;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Forms in another language: made in the language of the story first, so that all languages say the
 * same, then translated, then judged anew. The first candidate whose translation passes is taken;
 * when none does as a whole, the first one that is enough without the sentences that went wrong.
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
    List<Translation> translations = new ArrayList<>();
    List<Translation> unsure = new ArrayList<>();
    List<FormCandidate> candidates = draft.candidates();
    for (FormCandidate source : candidates.subList(0, Math.min(MOST_TRIED, candidates.size()))) {
      Translation translation =
          Translation.of(source, translator.translate(source.prose(), context, call));
      @Nullable NoCandidate refusal = refusal(translation, request, language, gate);
      if (refusal == NoCandidate.TOO_LONG && request.form().kind() == Form.Kind.HEADLINE) {
        Translation full = translation;
        translation =
            shorter(full, request, language).stream()
                .filter(version -> refusal(version, request, language, gate) == null)
                .findFirst()
                .orElse(full);
        refusal = refusal(translation, request, language, gate);
      }
      if (refusal == null) {
        if (request.form().kind() != Form.Kind.HEADLINE || isSure(translation)) {
          return taken(translation, request, language);
        }
        unsure.add(translation);
      } else {
        translations.add(translation);
        nearest = NearestRefusal.of(nearest, refusal);
      }
    }
    Optional<Translation> surest =
        unsure.stream().max(Comparator.comparingDouble(Translation::confidence));
    if (surest.isPresent()) {
      return taken(surest.get(), request, language);
    }
    for (Translation translation : translations) {
      Translation rest = translation.without(sentence -> isWrong(sentence, gate));
      if (rest.isEnough(request.form()) && refusal(rest, request, language, gate) == null) {
        return taken(rest, request, language);
      }
    }
    NoCandidate reason = NearestRefusal.orElseNone(nearest, request);
    return new TranslatedForm(request.form(), language, null, null, List.of(), reason);
  }

  /** Versions of a headline in which the other language has said the same in more letters. */
  private static List<Translation> shorter(
      Translation translation, FormRequest request, Locale language) {
    ShorterTitle titles =
        new ShorterTitle(
            ClauseDropper.forLanguage(language),
            new ShortNames(request.names(), language, request.story().date()));
    return titles.of(InlineCodes.strip(translation.segments().get(0).target())).stream()
        .map(translation::withTarget)
        .toList();
  }

  /** Whether the translator doubts nothing of it, so far as it tells. */
  private static boolean isSure(Translation translation) {
    return translation.segments().stream()
        .allMatch(
            segment ->
                segment.findings().isEmpty()
                    && !(segment.confidence() < TranslatedSegment.LOW_CONFIDENCE));
  }

  private static TranslatedForm taken(
      Translation translation, FormRequest request, Locale language) {
    return new TranslatedForm(
        request.form(),
        language,
        translation.source(),
        assembled(translation.source(), translation.segments(), request, language),
        translation.segments(),
        null);
  }

  private static @Nullable NoCandidate refusal(
      Translation translation, FormRequest request, Locale language, CandidateGate gate) {
    List<TranslatedSegment> segments = translation.segments();
    if (segments.stream().anyMatch(segment -> segment.target().isBlank())) {
      return NoCandidate.UNGRAMMATICAL;
    }
    if (segments.stream().anyMatch(TranslatedForms::isWrong)) {
      return NoCandidate.UNFAITHFUL;
    }
    return gate.refusal(assembled(translation.source(), segments, request, language));
  }

  /** What the translator's own checks call an error is not offered; warnings go to the reviewer. */
  private static boolean isWrong(TranslatedSegment segment) {
    return segment.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
  }

  private static boolean isWrong(Translation.Sentence sentence, CandidateGate gate) {
    String text = InlineCodes.strip(sentence.segment().target());
    return text.isBlank()
        || isWrong(sentence.segment())
        || !gate.isFaithful(sentence.source().withText(text));
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
