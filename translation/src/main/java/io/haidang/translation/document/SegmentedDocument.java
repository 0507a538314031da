package io.haidang.translation.document;

import java.util.List;
import java.util.Locale;

/**
 * A document as its segments, and the way back.
 *
 * <p>A segment's text may contain inline codes, written {@code ‹1›} &hellip; {@code ‹/1›} around
 * text and {@code ‹2/›} alone; a translation has to contain each of them once.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class SegmentedDocument {

  private SegmentedDocument() {}

  /**
   * Extracts what is translatable. The same content always gives the same segments.
   *
   * @throws DocumentException when the content is empty, too large, not text, or nested too deeply
   */
  public static SegmentedDocument read(DocumentFormat format, String content, Locale language) {
    throw new UnsupportedOperationException();
  }

  /**
   * Decodes UTF-8 strictly; a byte order mark is dropped.
   *
   * @throws DocumentException when the bytes are not UTF-8 or hold binary data
   */
  public static String decode(byte[] utf8) {
    throw new UnsupportedOperationException();
  }

  /** In reading order. */
  public List<String> segments() {
    throw new UnsupportedOperationException();
  }

  /**
   * The index of the text unit (paragraph, heading, list item) that each segment belongs to; same
   * size as {@link #segments()}, never decreasing.
   */
  public List<Integer> units() {
    throw new UnsupportedOperationException();
  }

  /**
   * The document with each segment replaced.
   *
   * @param targets one per segment, in the same order
   */
  public String merge(List<String> targets, Locale language) {
    throw new UnsupportedOperationException();
  }
}
