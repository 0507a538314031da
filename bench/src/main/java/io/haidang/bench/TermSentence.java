package io.haidang.bench;

import io.haidang.models.RequiredPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence whose translation is to contain names.
 *
 * @param names that its reference contains, as often as listed; one to four
 */
record TermSentence(String source, String reference, List<RequiredPhrase> names) {

  TermSentence {
    names = List.copyOf(names);
  }

  TermSentence requiring(List<RequiredPhrase> others) {
    return new TermSentence(source, reference, others);
  }

  /** How many of its names stand in an output, each place counting for one. */
  int found(String output) {
    StringBuilder rest = new StringBuilder(output);
    int found = 0;
    List<RequiredPhrase> longestFirst = new ArrayList<>(names);
    longestFirst.sort((a, b) -> Integer.compare(b.best().length(), a.best().length()));
    for (RequiredPhrase name : longestFirst) {
      boolean there =
          name.alternatives().stream()
              .flatMap(wording -> Stream.of(wording, capitalized(wording)))
              .anyMatch(wording -> take(wording, rest));
      found += there ? 1 : 0;
    }
    return found;
  }

  private static String capitalized(String text) {
    int end = Character.charCount(text.codePointAt(0));
    return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
  }

  /** Blanks the place out, so that no other name finds itself in it. */
  private static boolean take(String wording, StringBuilder rest) {
    Matcher place = wholeWords(wording).matcher(rest);
    if (!place.find()) {
      return false;
    }
    rest.replace(place.start(), place.end(), "\u0000".repeat(place.end() - place.start()));
    return true;
  }

  static Pattern wholeWords(String wording) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(wording) + "(?![\\p{L}\\p{N}])");
  }
}
