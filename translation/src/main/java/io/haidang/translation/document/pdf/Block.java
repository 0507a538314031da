package io.haidang.translation.document.pdf;

/**
 * A paragraph or a heading.
 *
 * @param page from 1
 * @param text with inline codes around words that a recogniser was unsure of
 * @param level of a heading, from 1; 0 for a paragraph
 * @param confidence of the recogniser in percent; negative when nothing had to be recognised
 */
record Block(int page, String text, int level, int confidence) {

  /** What a reviewer is told about where the text is from. */
  String name() {
    return confidence < 0
        ? "page " + page
        : "page " + page + ", recognised with " + confidence + " % confidence";
  }
}
