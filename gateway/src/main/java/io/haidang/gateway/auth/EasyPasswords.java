package io.haidang.gateway.auth;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which passwords somebody guesses soon: common ones, rows of keys, dates and repetitions (zxcvbn),
 * and those that little more is in than words of the house or of the person.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> reads dictionaries and
 * computes, half a second or so, one password at a time.
 */
final class EasyPasswords {

  /** Of zxcvbn's 0 to 4: more than 10^8 guesses. */
  private static final int STRONG = 3;

  /** A longer one is judged by its beginning: the time grows with the square of the length. */
  private static final int JUDGED = 64;

  /** Of words of the house, shorter ones are parts of too many others. */
  private static final int SHORTEST_WORD = 4;

  /** Letters beside the words of the house that make a password more than these. */
  private static final int REMAINDER = 4;

  private static final List<String> HOUSE =
      List.of("haidang", "haiphong", "songoaivu", "vietnam", "matkhau", "password");

  private EasyPasswords() {}

  /**
   * Whether a password is easy to guess.
   *
   * @param about what else is known of the person: name, login, office
   */
  static boolean contains(String password, String... about) {
    String folded = folded(password);
    List<String> words = words(about);
    return isMadeOf(words, folded) || isCommon(words, folded);
  }

  /** Dictionaries take 10 MB of a small heap, so they are held for this moment only, and once. */
  private static synchronized boolean isCommon(List<String> words, String folded) {
    String judged = folded.substring(0, Math.min(JUDGED, folded.length()));
    return new Zxcvbn().measure(judged, words).getScore() < STRONG;
  }

  private static boolean isMadeOf(List<String> words, String folded) {
    String letters = letters(folded);
    String rest = letters;
    for (String word : words) {
      rest = rest.replace(word, "");
    }
    return rest.length() < REMAINDER && rest.length() < letters.length();
  }

  private static List<String> words(String... about) {
    List<String> words = new ArrayList<>(HOUSE);
    Arrays.stream(about)
        .map(EasyPasswords::folded)
        .flatMap(
            text -> Stream.concat(Stream.of(text), Arrays.stream(text.split("[^\\p{L}]+", -1))))
        .map(EasyPasswords::letters)
        .filter(word -> word.length() >= SHORTEST_WORD)
        .forEach(words::add);
    return words;
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}]", "");
  }

  /** Vietnamese is guessed as it is typed without marks. */
  private static String folded(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd');
  }
}
