package io.haidang.translation.document.inplace;

import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextUnit;

/** A unit that knows its place in the file. Immutable. */
public interface InPlaceUnit {

  /** What to translate. */
  TextUnit unit();

  /** Puts a translation in its place; one that is equal to the unit changes as little as can be. */
  void write(String translation, MergeOptions options, Edits edits);
}
