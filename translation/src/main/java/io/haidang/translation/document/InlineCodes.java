package io.haidang.translation.document;

import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the inline codes of segments.
 *
 * <p>A document whose own text contains something like {@code ‹1›} keeps it: a filter puts a word
 * joiner (U+2060) behind the bracket, which makes it text, and takes it out again when it merges;
 * in plain text it is treated as a code and therefore kept as it is.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class InlineCodes {

  private static final String WORD_JOINER = "\u2060";

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

  /** Text of a document so that nothing in it is read as a code. */
  public static String escape(String text) {
    return text.indexOf('‹') < 0 ? text : text.replaceAll("‹(?=/?\\d+/?›)", "‹" + WORD_JOINER);
  }

  /** Takes back what {@link #escape} did. */
  public static String unescape(String text) {
    return text.replace("‹" + WORD_JOINER, "‹");
  }
}
