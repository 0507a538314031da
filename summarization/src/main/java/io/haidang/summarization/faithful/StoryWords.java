package io.haidang.summarization.faithful;

import io.haidang.summarization.StoryText;
import io.haidang.summarization.extract.Syllables;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactKind;
import java.util.Locale;

/**
 * The words of a story in a row. A name that is part of a longer one, as the city is of its
 * People's Committee, is a fact of its own only where it stands alone, yet whoever writes it has it
 * from the story.
 *
 * @param language of the story
 * @param text all syllables, a space before and after each
 */
record StoryWords(Locale language, String text) {

  static StoryWords of(StoryText story) {
    String all = String.join(" ", story.segments());
    return new StoryWords(story.language(), " " + String.join(" ", Syllables.of(all)) + " ");
  }

  /** Whether the story has the very words of a name. */
  boolean contain(Fact claim, Locale claimed) {
    return claim.kind() != FactKind.DATE
        && claim.kind() != FactKind.REFERENCE
        && language.getLanguage().equals(claimed.getLanguage())
        && text.contains(" " + String.join(" ", Syllables.of(claim.wording())) + " ");
  }
}
