package io.haidang.translation.document;

import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the inline codes of segments.
 *
 * <p>A document whose own text contains something like {@code ‹1›} keeps it: HTML extraction puts a
 * word joiner (U+2060) behind the bracket, which makes it text, and merging takes it out again; in
 * plain text it is treated as a code and therefore kept as it is.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class InlineCodes {

  private InlineCodes() {}

  /** The segment without its codes. */
  public static String strip(String segment) {
    return CodedText.parse(segment).plain();
  }

  /** How often each code occurs, as written. */
  public static Map<String, Integer> multiset(String segment) {
    Map<String, Integer> counts = new TreeMap<>();
    CodedText.parse(segment).codes().forEach(code -> counts.merge(code.text(), 1, Integer::sum));
    return Map.copyOf(counts);
  }
}
