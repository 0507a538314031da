package io.haidang.translation.document.packed;

import java.util.Locale;

/** How a format writes characters inside a paragraph. */
public interface InlineDialect {

  /** Markup for characters, to stand between the two parts of a {@link RunStyle}. */
  String words(String text);

  /** Markup before everything in a paragraph. */
  default String begin() {
    return "";
  }

  /** Markup behind everything in a paragraph. */
  default String end() {
    return "";
  }

  /** The first part of a style for text in another language. */
  default String localised(String open, Locale language) {
    return open;
  }
}
