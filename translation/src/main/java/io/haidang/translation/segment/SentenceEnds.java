package io.haidang.translation.segment;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides whether a place where a sentence could end is one. */
final class SentenceEnds {

  /** Always followed by what they belong to. */
  private static final Set<String> TITLES =
      Set.of(
          "tp.", "tx.", "tt.", "gs.", "ts.", "pgs.", "ths.", "bs.", "ks.", "cn.", "nsnd.", "nsưt.",
          "gs.ts.", "pgs.ts.", "q.", "p.", "h.", "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "no.",
          "art.", "fig.", "vol.", "vs.", "e.g.", "i.e.", "cf.", "gen.", "col.", "lt.", "gov.",
          "sen.", "rep.", "jr.", "inc.", "co.", "ltd.");

  private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.)+");
  private static final Pattern LIST_NUMBER =
      Pattern.compile("(?:[-–•*+]\\s*)?(?:\\d{1,3}(?:\\.\\d{1,3})*|[IVXLC]{1,6}|\\p{L})[.)]");
  private static final String CLOSING = "\"'”’»)]}›*_";

  /** Whether a sentence that began at {@code start} ends before {@code end}. */
  boolean isEnd(String text, int start, int end) {
    int stop = end;
    while (stop > start && Segmenter.isSpace(text.charAt(stop - 1))) {
      stop--;
    }
    if (nextLetterIsSmall(text, end)) {
      return false;
    }
    String sentence = text.substring(start, stop);
    if (LIST_NUMBER.matcher(sentence.strip()).matches()) {
      return false;
    }
    return !endsWithAbbreviation(sentence);
  }

  private static boolean nextLetterIsSmall(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        return Character.isLowerCase(c);
      }
      if ("-–—".indexOf(c) >= 0) {
        return false; // A dash opens a new speech or list item whatever follows.
      }
    }
    return false;
  }

  private static boolean endsWithAbbreviation(String sentence) {
    int end = sentence.length();
    while (end > 0 && CLOSING.indexOf(sentence.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && !Segmenter.isSpace(sentence.charAt(start - 1))) {
      start--;
    }
    String word = sentence.substring(start, end).replaceAll("^[(\\[“\"'‘«‹]+", "");
    return TITLES.contains(word.toLowerCase(Locale.ROOT)) || INITIALS.matcher(word).matches();
  }
}
