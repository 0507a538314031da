package io.haidang.summarization.extract;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into what a Vietnamese writer puts spaces between: runs of letters and digits,
 * composed and in small letters. For other languages these are words.
 */
public final class Syllables {

  private static final Pattern SYLLABLE = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private Syllables() {}

  /** The syllables of a text in reading order. */
  public static List<String> of(String text) {
    String composed = Normalizer2.getNFCInstance().normalize(text).toLowerCase(Locale.ROOT);
    List<String> syllables = new ArrayList<>();
    Matcher matcher = SYLLABLE.matcher(composed);
    while (matcher.find()) {
      syllables.add(matcher.group());
    }
    return syllables;
  }
}
