package io.haidang.summarization;

import java.util.Locale;

/** Why a form is offered empty, in the order in which candidates are judged. */
public enum NoCandidate {
  /** The story has no sentence to make it of. */
  NO_TEXT,
  /** The story has fewer facts than the form asks for. */
  TOO_LITTLE,
  /** Nothing that is whole fits within the length. */
  TOO_LONG,
  /** Whatever fits is no complete sentence on its own. */
  UNGRAMMATICAL,
  /** Whatever is left states something that the story does not. */
  UNFAITHFUL;

  /** A stable name for APIs and messages, such as {@code too-long}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
