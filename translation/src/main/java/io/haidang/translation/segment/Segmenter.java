package io.haidang.translation.segment;

import java.util.Locale;

/**
 * Splits text into sentence-like segments.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class Segmenter {

  private Segmenter() {}

  public static Segmenter forLanguage(Locale language) {
    throw new UnsupportedOperationException();
  }

  public Segmentation segment(String text) {
    throw new UnsupportedOperationException();
  }
}
