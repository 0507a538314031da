package io.haidang.translation.document;

/**
 * A piece of a document that is read as a whole: a paragraph, a cell, a caption.
 *
 * @param text with inline codes, see {@link CodedText}; text of the document's own that looks like
 *     a code has gone through {@link InlineCodes#escape}
 * @param name what the document calls the place, such as a key or a cell; empty when nothing
 * @param maxLength what there is room for, in UTF-16 units without codes; {@link #NO_LIMIT} if any
 */
public record TextUnit(String text, String name, int maxLength) {

  /** There is room for any length. */
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  public TextUnit {
    if (maxLength < 1) {
      throw new IllegalArgumentException("maxLength: " + maxLength + " (expected: at least 1)");
    }
  }

  /** Of any length, without a name. */
  public static TextUnit of(String text) {
    return new TextUnit(text, "", NO_LIMIT);
  }

  /** Of any length. */
  public static TextUnit of(String text, String name) {
    return new TextUnit(text, name, NO_LIMIT);
  }
}
