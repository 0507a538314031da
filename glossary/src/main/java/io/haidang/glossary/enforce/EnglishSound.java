package io.haidang.glossary.enforce;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether an English word begins with a vowel when it is spoken. */
final class EnglishSound {

  private static final Pattern FIRST_WORD = Pattern.compile("[^\\p{L}\\p{N}]*([\\p{L}\\p{N}]+).*");
  private static final Pattern SILENT_H = Pattern.compile("(?:hour|honest|honou?r|heir).*");

  /** Written with a vowel, spoken with a consonant: university, European, one. */
  private static final Pattern SPOKEN_YOU_OR_WON =
      Pattern.compile("(?:uni(?!n|m)|use|usu|ut[ei]|eu|ewe|once$|one|ubiq|ura|uk).*");

  /** Letters whose name begins with a vowel, as in an MOU, an HTML page. */
  private static final String VOWEL_NAMES = "AEFHILMNORSX";

  /** Vowels and consonants in turn, so that it is spoken as a word: UNESCO, HEZA, NATO. */
  private static final Pattern SPEAKABLE =
      Pattern.compile(
          "[B-DF-HJ-NP-TV-Z]?[AEIOU](?:[B-DF-HJ-NP-TV-Z]{1,2}[AEIOU])+[B-DF-HJ-NP-TV-Z]?");

  private static final Pattern EIGHT = Pattern.compile("8|11|18|8\\d|8\\d\\d");

  private EnglishSound() {}

  static boolean startsWithVowel(String phrase) {
    var word = FIRST_WORD.matcher(phrase);
    if (!word.matches()) {
      return false;
    }
    String first = word.group(1);
    if (Character.isDigit(first.charAt(0))) {
      return EIGHT.matcher(first).matches();
    }
    boolean spelled =
        first.length() > 1
            && first.equals(first.toUpperCase(Locale.ROOT))
            && !SPEAKABLE.matcher(first).matches();
    if (spelled || first.length() == 1) {
      return VOWEL_NAMES.indexOf(Character.toUpperCase(first.charAt(0))) >= 0;
    }
    String lower = first.toLowerCase(Locale.ROOT);
    if (SILENT_H.matcher(lower).matches()) {
      return true;
    }
    return "aeiou".indexOf(lower.charAt(0)) >= 0 && !SPOKEN_YOU_OR_WON.matcher(lower).matches();
  }
}
