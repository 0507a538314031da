package io.haidang.gateway.review;

import io.haidang.glossary.Glossary;
import io.haidang.models.CallContext;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormMaker;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.form.FormMakers;
import java.util.List;

/**
 * A short version of a text, for whoever has to see at a glance what it is about.
 *
 * @param headline of one sentence; without text when none is short enough
 * @param standfirst one or two sentences that carry the story; without text when none is short
 *     enough
 * @param keyPoints further sentences, in the order of the text; may be empty
 */
public record Summary(Sentence headline, Sentence standfirst, List<Sentence> keyPoints) {

  private static final FormMaker FORMS = FormMakers.extractive();

  public Summary {
    keyPoints = List.copyOf(keyPoints);
  }

  /**
   * A sentence and where it comes from.
   *
   * @param text may be empty
   * @param segments indices of the segments that it was made from
   */
  public record Sentence(String text, List<Integer> segments) {

    public Sentence {
      segments = List.copyOf(segments);
    }
  }

  static Summary of(StoryText text, Glossary names) {
    return new Summary(
        joined(sentences(Form.HEADLINE, text, names)),
        joined(sentences(Form.STANDFIRST, text, names)),
        sentences(Form.KEY_POINTS, text, names).stream().map(s -> joined(List.of(s))).toList());
  }

  private static List<FormSentence> sentences(Form form, StoryText text, Glossary names) {
    return FORMS
        .make(new FormRequest(text, form, names), CallContext.PATIENT)
        .best()
        .map(candidate -> candidate.sentences())
        .orElse(List.of());
  }

  private static Sentence joined(List<FormSentence> sentences) {
    return new Sentence(
        String.join(" ", sentences.stream().map(FormSentence::text).toList()),
        sentences.stream().flatMap(sentence -> sentence.segments().stream()).toList());
  }
}
