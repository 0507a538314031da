package io.haidang.translation.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases with a code each, the longest first. Words may be written in any case; signs of
 * up to three characters ("MW", "m") keep theirs, but for a capital at the beginning. Immutable.
 */
final class Phrases {

  private static final int LONGEST_SIGN = 3;

  /**
   * A phrase that was found.
   *
   * @param start where it begins
   * @param end the offset behind it
   */
  record Found(String code, int start, int end) {}

  private record Entry(String written, String small, String code) {
    boolean allows(String found) {
      return found.equals(written)
          || written.length() > LONGEST_SIGN
          || (found.length() > 1
              && found.substring(1).chars().allMatch(Character::isLowerCase)
              && written.equals(small));
    }
  }

  /** By the first word or sign, small; the longest first. */
  private final Map<String, List<Entry>> byStart = new HashMap<>();

  private Phrases(Map<String, String> codes) {
    codes.forEach(
        (written, code) -> {
          String small = written.toLowerCase(Locale.ROOT);
          byStart
              .computeIfAbsent(small.substring(0, tokenEnd(small, 0)), key -> new ArrayList<>(1))
              .add(new Entry(written, small, code));
        });
    byStart
        .values()
        .forEach(
            entries ->
                entries.sort(
                    Comparator.comparingInt((Entry entry) -> entry.written().length())
                        .reversed()
                        .thenComparing(Entry::written)));
  }

  static Phrases of(Map<String, String> codes) {
    return new Phrases(codes);
  }

  /** The phrase that begins exactly at {@code at}. */
  Optional<Found> at(String text, int at) {
    return Optional.ofNullable(found(text, at));
  }

  /** The first phrase that begins at {@code from} or later. */
  Optional<Found> next(String text, int from) {
    int at = from;
    while (at < text.length()) {
      @Nullable Found found = found(text, at);
      if (found != null) {
        return Optional.of(found);
      }
      at = tokenEnd(text, at);
    }
    return Optional.empty();
  }

  private @Nullable Found found(String text, int at) {
    if (at >= text.length() || !begins(text, at)) {
      return null;
    }
    String token = text.substring(at, tokenEnd(text, at)).toLowerCase(Locale.ROOT);
    for (Entry entry : byStart.getOrDefault(token, List.of())) {
      int end = end(text, at, entry.small());
      if (end > at && entry.allows(text.substring(at, end))) {
        return new Found(entry.code(), at, end);
      }
    }
    return null;
  }

  /** Where {@code phrase} ends in {@code text}, whatever spaces part its words; -1 if elsewhere. */
  private static int end(String text, int start, String phrase) {
    int at = start;
    for (int i = 0; i < phrase.length(); i++) {
      char wanted = phrase.charAt(i);
      if (at >= text.length()) {
        return -1;
      }
      if (wanted == ' ') {
        if (!isSpace(text.charAt(at))) {
          return -1;
        }
        while (at < text.length() && isSpace(text.charAt(at))) {
          at++;
        }
      } else if (Character.toLowerCase(text.charAt(at)) == wanted) {
        at++;
      } else {
        return -1;
      }
    }
    boolean ends = !isWord(phrase.charAt(phrase.length() - 1)) || !isWordAt(text, at);
    return ends ? at : -1;
  }

  /** A letter does not begin a word behind another one; behind a figure ("5km") it does. */
  private static boolean begins(String text, int at) {
    return !isWord(text.charAt(at)) || at == 0 || !Character.isLetter(text.charAt(at - 1));
  }

  /** Letters and figures together are a token, any other sign is one alone. */
  private static int tokenEnd(String text, int start) {
    int end = start + 1;
    if (Character.isDigit(text.charAt(start))) {
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
    } else if (isWord(text.charAt(start))) {
      while (end < text.length() && isWord(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static boolean isWordAt(String text, int at) {
    return at < text.length() && isWord(text.charAt(at));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_NUMBER;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f';
  }
}
