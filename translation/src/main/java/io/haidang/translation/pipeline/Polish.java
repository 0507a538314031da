package io.haidang.translation.pipeline;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Small repairs to model output that change no meaning. */
final class Polish {

  /** Models stammer; "had had" and the like are left alone. */
  private static final Pattern DOUBLED_WORD =
      Pattern.compile(
          "(?<![\\p{L}'’-])(?!(?:had|that|very|so) )(\\p{L}+) (?=\\1(?![\\p{L}'’-]))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SPACE_BEFORE_MARK = Pattern.compile("\\s+(?=[,.;:!?%)](?:\\s|$))");
  private static final String SENTENCE_MARKS = ".!?…";
  private static final Set<String> SMALL_WORDS =
      Set.of(
          "the", "a", "an", "to", "in", "on", "and", "of", "for", "with", "at", "by", "it", "its",
          "this", "these", "is", "are", "be", "was", "were", "as", "from", "or", "that", "which");

  private Polish() {}

  /** {@code output} with the punctuation and the first letter that {@code source} asks for. */
  static String polish(String output, String source, Locale target) {
    String text = output.strip().replaceAll("\\s+", " ");
    text = SPACE_BEFORE_MARK.matcher(text).replaceAll("");
    if (target.getLanguage().equals("en")) {
      // The later one stays: it may belong to a name.
      text = DOUBLED_WORD.matcher(text).replaceAll("");
    }
    if (text.isEmpty()) {
      return text;
    }
    text = endLike(text, source);
    return startsSmall(source) ? uncapitalized(text) : capitalized(text);
  }

  private static String endLike(String text, String source) {
    char wanted = last(source);
    char got = last(text);
    boolean wantsEnd = SENTENCE_MARKS.indexOf(wanted) >= 0;
    boolean hasEnd = SENTENCE_MARKS.indexOf(got) >= 0;
    if (wantsEnd && !hasEnd && Character.isLetterOrDigit(got)) {
      return text + wanted;
    }
    boolean sourceEndsInWord = Character.isLetterOrDigit(wanted);
    boolean goesOn = wanted == ',' || wanted == ';';
    if (goesOn) {
      return text.replaceAll("[.;,:]+$", "") + wanted;
    }
    return sourceEndsInWord ? text.replaceAll("(?<!\\.\\p{L})[.;,:]+$", "") : text;
  }

  private static char last(String text) {
    return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
  }

  private static boolean startsSmall(String text) {
    int first = firstLetter(text);
    return first >= 0 && Character.isLowerCase(text.charAt(first));
  }

  static String capitalized(String text) {
    int first = firstLetter(text);
    if (first < 0 || text.substring(0, first).chars().anyMatch(Character::isDigit)) {
      return text;
    }
    return text.substring(0, first)
        + Character.toUpperCase(text.charAt(first))
        + text.substring(first + 1);
  }

  /** Only words that are never names lose their capital. */
  static String uncapitalized(String text) {
    String word = text.split("[^\\p{L}]", 2)[0];
    return SMALL_WORDS.contains(word.toLowerCase(Locale.ROOT))
        ? Character.toLowerCase(text.charAt(0)) + text.substring(1)
        : text;
  }

  private static int firstLetter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
