package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.faithful.FaithfulnessCheck;
import java.util.List;
import java.util.stream.Collectors;

/** The text that forms are made from, and what it states. */
record StorySource(StoryText text, FaithfulnessCheck facts, Glossary names) {

  static StorySource of(Target target, Originals originals, TermEnforcer names) {
    StoryText text =
        StoryText.of(
            originals.document(target.asset()),
            target.asset().sourceLanguage(),
            target.asset().textDate());
    Glossary glossary = names.glossary();
    return new StorySource(text, FaithfulnessCheck.of(text, glossary), glossary);
  }

  FormRequest request(Form form) {
    return new FormRequest(text, form, names);
  }

  /** The sentences at {@code segments}, as a reviewer is shown them beside what was made. */
  String wording(List<Integer> segments) {
    return segments.stream().map(text.segments()::get).collect(Collectors.joining(" "));
  }
}
