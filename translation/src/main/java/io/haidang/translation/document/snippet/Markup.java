package io.haidang.translation.document.snippet;

/** What a text has beside its words. */
public enum Markup {
  /** Nothing. */
  NONE,
  /** A page, or a part of one. */
  HTML,
  /** Elements, with or without one around all of them. */
  XML
}
