package io.haidang.glossary.io;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Words and how they are to be translated, as programs exchange them: no concept, no status, no
 * source. Both are in NFC, without white space around them.
 *
 * @param source never blank, at most {@value #LONGEST} bytes in UTF-8
 * @param target the same
 */
public record WordPair(String source, String target) {

  /** In bytes of UTF-8. */
  public static final int LONGEST = 1024;

  /** What ends a line or a cell, and what makes a text look like another one. */
  private static final Pattern CONTROL =
      Pattern.compile(
          "[\\p{Cc}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]");

  /** How inline codes of segments look; a translation could not tell them from its own. */
  private static final Pattern CODE = Pattern.compile("‹/?\\d+/?›");

  /** White space of every kind, which {@link String#strip} does not all know. */
  private static final Pattern AROUND =
      Pattern.compile(
          "^[\\s\\p{Z}\\uFEFF\\u200B]+|[\\s\\p{Z}\\uFEFF\\u200B]+$",
          Pattern.UNICODE_CHARACTER_CLASS);

  /**
   * Normalises both.
   *
   * @throws IllegalArgumentException when one is empty, too long, or has characters that no name
   *     has; the message does not quote it
   */
  public WordPair {
    source = checked("source", source);
    target = checked("target", target);
  }

  private static String checked(String name, String text) {
    String words = Normalizer.normalize(AROUND.matcher(text).replaceAll(""), Normalizer.Form.NFC);
    if (words.isEmpty()) {
      throw new IllegalArgumentException(name + ": empty (expected: words)");
    }
    int bytes = words.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST) {
      throw new IllegalArgumentException(
          name + ": " + bytes + " bytes (expected: at most " + LONGEST + ")");
    }
    if (CONTROL.matcher(words).find() || hasLoneSurrogate(words)) {
      throw new IllegalArgumentException(name + ": a control character (expected: none)");
    }
    if (CODE.matcher(words).find()) {
      throw new IllegalArgumentException(name + ": an inline code (expected: none)");
    }
    return words;
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= 0xDFFF);
  }
}
