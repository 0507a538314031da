package io.haidang.gateway.recipe;

import io.haidang.gateway.review.FormFindings;
import io.haidang.gateway.review.MadeSegment;
import io.haidang.models.CallContext;
import io.haidang.summarization.FormOrigin;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.NoCandidate;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form that is made whole before any of it is written down. */
final class MadeForm implements Making {

  private final List<FormSentence> sentences;
  private final List<TranslatedSegment> segments;
  private final TranslationContext context;

  /** One segment for each sentence. */
  MadeForm(
      List<FormSentence> sentences, List<TranslatedSegment> segments, TranslationContext context) {
    this.sentences = List.copyOf(sentences);
    this.segments = List.copyOf(segments);
    this.context = context;
  }

  /** Who worded a form, under the names in force. */
  static Provenance provenance(FormOrigin origin, TranslationContext context) {
    return new Provenance(
        origin.engine(),
        origin.version(),
        origin.prompt(),
        context.terms().glossary().release().value(),
        false,
        0);
  }

  /** Nothing that fits: a place for a person to write, and the reason. */
  static MadeForm empty(@Nullable NoCandidate reason, String beside, TranslationContext context) {
    Provenance provenance =
        new Provenance("", "", "", context.terms().glossary().release().value(), false, 0);
    return new MadeForm(
        List.of(),
        List.of(
            new TranslatedSegment(
                beside,
                "",
                Double.NaN,
                List.of(FormFindings.empty(reason == null ? "" : reason.id())),
                provenance)),
        context);
  }

  @Override
  public int size() {
    return segments.size();
  }

  @Override
  public List<MadeSegment> make(List<Integer> places, CallContext call) {
    return places.stream().map(this::made).toList();
  }

  private MadeSegment made(int place) {
    TranslatedSegment segment = segments.get(place);
    if (sentences.isEmpty()) {
      return new MadeSegment(place, place, Role.SENTENCE, List.of(), segment);
    }
    FormSentence sentence = sentences.get(place);
    return new MadeSegment(place, place, sentence.role(), sentence.segments(), segment);
  }

  @Override
  public List<TranslatedSegment> settle(List<TranslatedSegment> written) {
    return written;
  }

  @Override
  public TranslationContext context() {
    return context;
  }
}
