package io.haidang.summarization;

import io.haidang.glossary.Glossary;

/**
 * What to make. Immutable.
 *
 * @param story the source
 * @param form what to make it into
 * @param names the release of official names that holds for the whole bundle
 * @param link address of the story for posts that carry one; may be empty
 */
public record FormRequest(StoryText story, Form form, Glossary names, String link) {

  /** Without a link. */
  public FormRequest(StoryText story, Form form, Glossary names) {
    this(story, form, names, "");
  }
}
