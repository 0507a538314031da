package io.haidang.translation.memory.tmx;

/** Is told what a file holds, in its order. */
public interface TmxListener {

  /** A segment and its translation. */
  void unit(TmxUnit unit);

  /**
   * Something was left out.
   *
   * @param line in the file, from 1
   * @param reason stable and short, such as {@code no translation}
   */
  void skipped(int line, String reason);
}
