package io.haidang.translation.document;

import java.util.List;

/**
 * What is left of a document when its text is taken out.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public interface DocumentSkeleton {

  /** In reading order; may be empty. */
  List<TextUnit> units();

  /**
   * The document with each unit replaced, everything else as it was. Inline codes that a text lost,
   * doubled or crossed still give a sound document with all the words.
   *
   * @param texts one for each of {@link #units()}, in the same order, with inline codes
   */
  byte[] merge(List<String> texts, MergeOptions options);

  /**
   * What would be wrong with texts in their places, beyond {@link TextUnit#maxLength}. Nothing in
   * most formats.
   *
   * @param texts as for {@link #merge}
   * @return about units, by their index
   */
  default List<PlaceFinding> check(List<String> texts, MergeOptions options) {
    return List.of();
  }

  /**
   * How much of its place a text takes, by what {@link #check} looks at. Nothing in most formats.
   *
   * @param unit index of its unit
   */
  default List<Measure> measure(int unit, String text, MergeOptions options) {
    return List.of();
  }
}
