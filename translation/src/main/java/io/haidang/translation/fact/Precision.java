package io.haidang.translation.fact;

/** How exactly a text means a quantity. */
public enum Precision {
  EXACT,
  /** "about", "khoảng". */
  ABOUT,
  /** "more than", "hơn". */
  OVER,
  /** "nearly", "gần". */
  UNDER
}
