package io.haidang.models.tokenizer;

/** Cuts text into the pieces of a vocabulary and joins them. Safe for concurrent use. */
interface Subwords extends AutoCloseable {

  /** The pieces of a text; never a special token. */
  int[] ids(String text);

  /** The text of ordinary pieces; others are skipped. */
  String text(int[] ids);

  /** The pieces of a text that follows a space. */
  int[] idsAfterSpace(String text);

  /** The characters of an ordinary piece, {@link Tokenizer#WORD_START} for a space; else empty. */
  String piece(int id);

  Vocabulary vocabulary();

  @Override
  void close();

  /** Native libraries read UTF-8, in which a lone surrogate or NUL has no form. */
  static String wellFormed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
