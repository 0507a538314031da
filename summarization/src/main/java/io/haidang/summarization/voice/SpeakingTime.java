package io.haidang.summarization.voice;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long words take when they are read aloud.
 *
 * <ul>
 *   <li>Vietnamese: 5.22 syllables a second, Mandarin: 5.18, both without silences (Pellegrino,
 *       Coupé and Marsico, A cross-language perspective on speech information rate, Language 87,
 *       2011); a quarter of a second for each comma and nearly half for each sentence are added,
 *       which is our choice.
 *   <li>English: 183 words a minute, silences included (Brysbaert, How many words do we read per
 *       minute?, Journal of Memory and Language 109, 2019: 77 studies of reading aloud).
 * </ul>
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class SpeakingTime {

  private static final double VIETNAMESE_SYLLABLES = 5.22;
  private static final double MANDARIN_SYLLABLES = 5.18;
  private static final double ENGLISH_WORDS = 183 / 60.0;
  private static final long COMMA_MILLIS = 250;
  private static final long SENTENCE_MILLIS = 450;
  private static final double MILLIS = 1000;

  /** Vietnamese syllables have no more letters. */
  private static final int LONGEST_SYLLABLE = 7;

  private static final Pattern COMMAS = Pattern.compile("[,;:(–—，、；：]");
  private static final Pattern ENDS = Pattern.compile("[.!?…。！？]+(?=[\\s\"”’»)]|$)");
  private static final Pattern VOWELS = Pattern.compile("(?i)[aeiouy]+");
  private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{2,}");

  private SpeakingTime() {}

  /**
   * In milliseconds; empty in a language whose speed nobody has given us.
   *
   * @param spoken as {@link SpokenWords} writes it
   */
  public static OptionalLong millis(String spoken, Locale language) {
    return switch (language.getLanguage()) {
      case "vi" ->
          OptionalLong.of(
              Math.round(syllables(spoken) / VIETNAMESE_SYLLABLES * MILLIS) + pauses(spoken));
      case "zh" ->
          OptionalLong.of(
              Math.round(characters(spoken) / MANDARIN_SYLLABLES * MILLIS) + pauses(spoken));
      case "en" -> OptionalLong.of(Math.round(words(spoken) / ENGLISH_WORDS * MILLIS));
      default -> OptionalLong.empty();
    };
  }

  private static long pauses(String text) {
    return count(COMMAS, text) * COMMA_MILLIS + count(ENDS, text) * SENTENCE_MILLIS;
  }

  private static long count(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    long found = 0;
    while (matcher.find()) {
      found++;
    }
    return found;
  }

  private static String[] tokens(String text) {
    return text.split("[^\\p{L}\\p{M}\\p{N}'’]+", -1);
  }

  private static long words(String text) {
    return Arrays.stream(tokens(text)).filter(token -> !token.isEmpty()).count();
  }

  private static long syllables(String text) {
    return Arrays.stream(tokens(text)).mapToLong(SpeakingTime::syllablesOf).sum();
  }

  /** Figures and initials are read one by one, long foreign words by their vowels. */
  private static long syllablesOf(String token) {
    if (token.isEmpty()) {
      return 0;
    }
    long digits = token.chars().filter(Character::isDigit).count();
    if (digits > 0 || INITIALS.matcher(token).matches()) {
      return token.codePointCount(0, token.length());
    }
    return token.length() > LONGEST_SYLLABLE ? Math.max(1, count(VOWELS, token)) : 1;
  }

  private static long characters(String text) {
    return text.codePoints()
        .filter(c -> Character.isIdeographic(c) || Character.isDigit(c))
        .count();
  }
}
