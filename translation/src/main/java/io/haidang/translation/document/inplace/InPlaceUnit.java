package io.haidang.translation.document.inplace;

import io.haidang.translation.document.Measure;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.PlaceFinding;
import io.haidang.translation.document.TextUnit;
import java.util.List;

/** A unit that knows its place in the file. Immutable. */
public interface InPlaceUnit {

  /** What to translate. */
  TextUnit unit();

  /** Puts a translation in its place; one that is equal to the unit changes as little as can be. */
  void write(String translation, MergeOptions options, Edits edits);

  /**
   * What would be wrong with a translation in its place, beyond its length.
   *
   * @param unit index of this one
   */
  default List<PlaceFinding> check(int unit, String translation, MergeOptions options) {
    return List.of();
  }

  /** How much of its place a translation takes, by what {@link #check} looks at. */
  default List<Measure> measure(String translation, MergeOptions options) {
    return List.of();
  }
}
