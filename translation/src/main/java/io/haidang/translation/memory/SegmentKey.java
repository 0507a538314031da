package io.haidang.translation.memory;

import io.haidang.models.LanguagePair;
import io.haidang.translation.document.InlineCodes;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Numbers under which equal segments of a direction are found. */
public final class SegmentKey {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");

  private SegmentKey() {}

  /**
   * The key of a segment: the same for texts that differ in inline codes, kinds of white space and
   * Unicode composition only (FNV-1a of Fowler, Noll and Vo, 64 bits). Stored, so it never changes.
   */
  public static long of(LanguagePair pair, String source) {
    return add(add(OFFSET, pair.toString() + '\n'), canonical(source));
  }

  private static long add(long hash, String text) {
    long sum = hash;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      sum = (sum ^ (unit & 0xff)) * PRIME;
      sum = (sum ^ (unit >> Byte.SIZE)) * PRIME;
    }
    return sum;
  }

  /** Composed, without codes, every run of white space one space, none at the ends. */
  static String canonical(String segment) {
    return canonicalPlain(InlineCodes.strip(segment));
  }

  /** The same of a text that has no codes. */
  static String canonicalPlain(String text) {
    String spaced = SPACE.matcher(text).replaceAll(" ").strip();
    return Normalizer.normalize(spaced, Normalizer.Form.NFC);
  }
}
