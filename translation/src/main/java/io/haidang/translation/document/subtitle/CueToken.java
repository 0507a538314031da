package io.haidang.translation.document.subtitle;

/**
 * A piece of what a cue shows.
 *
 * @param name of the tag, {@code v} for a voice; empty for what is no tag
 * @param start in the text of the file
 * @param end first unit after the piece
 * @param words as people read them; empty for tags
 */
record CueToken(Kind kind, String name, int start, int end, String words) {

  enum Kind {
    WORDS,
    LINE_END,
    OPEN,
    CLOSE,
    ALONE
  }

  boolean isBlank() {
    return kind == Kind.LINE_END || (kind == Kind.WORDS && words.isBlank());
  }
}
