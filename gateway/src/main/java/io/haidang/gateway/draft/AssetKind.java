package io.haidang.gateway.draft;

/** What part of a story an asset is. */
public enum AssetKind {
  /** Text that was written for the story. */
  ARTICLE,
  /** A document that goes with it, such as a deck of slides. */
  FILE,
  /** A picture; its text is the caption, and on a second line the alternative text. */
  IMAGE,
  /** A recording; its text is the transcript. */
  AUDIO,
  /** A film; its text is the transcript or the subtitles. */
  VIDEO;

  /** Whether there is a picture or recording, of which the text only speaks. */
  public boolean isMedium() {
    return this == IMAGE || this == AUDIO || this == VIDEO;
  }
}
