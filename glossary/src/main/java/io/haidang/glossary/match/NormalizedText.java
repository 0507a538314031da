package io.haidang.glossary.match;

import io.haidang.glossary.TextSpan;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as it is compared: NFC, lower case, one way of placing Vietnamese tone marks, one dash,
 * one apostrophe, single spaces and none around dashes. Diacritics stay: Cẩm Giang is not Cẩm
 * Giàng. Every unit knows where it comes from in the original.
 *
 * <p>Not thread-safe while it is built; immutable afterwards.
 */
final class NormalizedText {

  private final String original;
  private char[] units;
  private int[] starts;
  private int[] ends;
  private int length;

  private NormalizedText(String original) {
    this.original = original;
    this.units = new char[original.length()];
    this.starts = new int[original.length()];
    this.ends = new int[original.length()];
  }

  static NormalizedText of(String text) {
    NormalizedText normalized = new NormalizedText(text);
    if (isComposed(text)) {
      for (int i = 0; i < text.length(); i++) {
        normalized.append(text.charAt(i), i, i + 1);
      }
    } else {
      normalized.appendComposed();
    }
    normalized.trimTrailingSpace();
    return normalized;
  }

  private static boolean isComposed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Characters.isComposed(text.charAt(i))) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
      }
    }
    return true;
  }

  /** Composes each base character with the marks that follow it, and remembers both. */
  private void appendComposed() {
    int start = 0;
    while (start < original.length()) {
      int end = start + Character.charCount(original.codePointAt(start));
      while (end < original.length() && Characters.isMark(original.codePointAt(end))) {
        end += Character.charCount(original.codePointAt(end));
      }
      if (end == start + 1 && Characters.isComposed(original.charAt(start))) {
        append(original.charAt(start), start, end);
      } else {
        appendCluster(start, end);
      }
      start = end;
    }
  }

  private void appendCluster(int start, int end) {
    String cluster = Normalizer.normalize(original.substring(start, end), Normalizer.Form.NFC);
    for (int i = 0; i < cluster.length(); i++) {
      append(cluster.charAt(i), start, end);
    }
  }

  private void append(char unit, int start, int end) {
    char folded = Characters.fold(unit);
    if (folded == Characters.INVISIBLE) {
      return;
    }
    if (folded == ' ' && (length == 0 || units[length - 1] == ' ' || units[length - 1] == '-')) {
      return;
    }
    if (folded == '-') {
      trimTrailingSpace();
    }
    ensureRoom();
    units[length] = folded;
    starts[length] = start;
    ends[length] = end;
    length++;
    if (length >= 2) {
      Characters.placeTone(units, length - 2);
    }
  }

  /** NFC of a lone cluster can be longer than its source. */
  private void ensureRoom() {
    if (length == units.length) {
      int capacity = length + length / 2 + 8;
      units = Arrays.copyOf(units, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
  }

  private void trimTrailingSpace() {
    if (length > 0 && units[length - 1] == ' ') {
      length--;
    }
  }

  int length() {
    return length;
  }

  char unit(int index) {
    return units[index];
  }

  /** Where the units {@code from} (inclusive) to {@code to} (exclusive) stand in the original. */
  TextSpan span(int from, int to) {
    return new TextSpan(starts[from], ends[to - 1]);
  }

  /** What stands in the original for the units {@code from} to {@code to}. */
  String original(int from, int to) {
    return span(from, to).of(original);
  }

  /** Whether the original begins unit {@code index} with a capital letter. */
  boolean isCapital(int index) {
    return Character.isUpperCase(original.codePointAt(starts[index]));
  }

  /** Whether a word may begin or end between the units {@code index - 1} and {@code index}. */
  boolean isBoundary(int index) {
    return index == 0 || index == length || Characters.isBoundary(units[index - 1], units[index]);
  }

  /** Whether a name may end before unit {@code index}: a word ends, or only a particle follows. */
  boolean mayEnd(int index) {
    return isBoundary(index)
        || (KoreanParticles.isHangul(units[index - 1]) && KoreanParticles.follow(this, index));
  }

  @Override
  public String toString() {
    return new String(units, 0, length);
  }
}
