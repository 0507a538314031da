package io.haidang.gateway.inbox;

/** How somebody wants to hear of something. */
public enum Way {
  /** Not at all. */
  NONE,
  /** In the pages; so it is unless somebody chooses otherwise. */
  PAGE,
  /** In the pages, and in a letter. */
  MAIL
}
