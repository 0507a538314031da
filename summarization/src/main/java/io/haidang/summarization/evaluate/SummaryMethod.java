package io.haidang.summarization.evaluate;

import io.haidang.glossary.Glossary;
import io.haidang.models.CallContext;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormMaker;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.extract.OutlineSentence;
import io.haidang.summarization.extract.StoryOutline;
import java.util.List;

/**
 * A way to summarise that can be compared with others.
 *
 * <p><b>Thread-safety:</b> as safe as what it uses.
 */
public interface SummaryMethod {

  /** What the tables call it. */
  String name();

  /** The summary of a story; empty when there is none. */
  String summarize(StoryText story);

  /** The first sentences of the body: the baseline of the field. */
  static SummaryMethod lead(int sentences) {
    return of(
        "lead-" + sentences,
        story ->
            StoryOutline.of(story).body().stream()
                .limit(sentences)
                .map(OutlineSentence::text)
                .reduce("", (text, sentence) -> text.isEmpty() ? sentence : text + " " + sentence));
  }

  /** The best candidate of a maker for a form. */
  static SummaryMethod made(String name, FormMaker maker, Form form, Glossary names) {
    return of(
        name + " " + form.id(),
        story ->
            maker
                .make(new FormRequest(story, form, names), CallContext.PATIENT)
                .best()
                .map(FormCandidate::prose)
                .map(List::copyOf)
                .map(prose -> String.join(" ", prose))
                .orElse(""));
  }

  /** Any function under a name. */
  static SummaryMethod of(String name, java.util.function.Function<StoryText, String> function) {
    return new SummaryMethod() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String summarize(StoryText story) {
        return function.apply(story);
      }
    };
  }
}
