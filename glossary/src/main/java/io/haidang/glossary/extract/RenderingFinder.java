package io.haidang.glossary.extract;

import io.haidang.glossary.extract.TermCandidate.Kind;
import io.haidang.glossary.extract.TermCandidate.Rendering;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Guesses how a translation renders a phrase: by the phrases that occur where it occurs (Dice
 * coefficient), by capitals, and by names that stay the same but for their marks. Not thread-safe.
 */
final class RenderingFinder {

  private static final int LONGEST = 7;
  private static final int MOST = 3;

  /** More occurrences than this teach nothing new. */
  private static final int MOST_SEGMENTS = 50;

  private static final double LOWEST = 0.3;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final List<Words> segments;
  private final Locale language;

  /** By phrase in small letters: how many segments have it. */
  private final Map<String, Integer> frequency = new HashMap<>();

  RenderingFinder(List<String> translations, Locale language) {
    this.segments = translations.stream().map(Words::of).toList();
    this.language = language;
    segments.forEach(
        words -> phrases(words).keySet().forEach(key -> frequency.merge(key, 1, Integer::sum)));
  }

  /** The likeliest renderings of a phrase that occurs in {@code places}. */
  List<Rendering> find(String source, Kind kind, List<Integer> places) {
    Map<String, Integer> together = new HashMap<>();
    Map<String, String> written = new HashMap<>();
    places.stream()
        .limit(MOST_SEGMENTS)
        .forEach(
            place ->
                phrases(segments.get(place))
                    .forEach(
                        (key, text) -> {
                          together.merge(key, 1, Integer::sum);
                          written.putIfAbsent(key, text);
                        }));
    List<Rendering> renderings = new ArrayList<>();
    together.forEach(
        (key, count) -> {
          String text = written.getOrDefault(key, key);
          double score = score(source, kind, text, count, places.size(), key);
          if (score >= LOWEST) {
            renderings.add(new Rendering(text, count, score));
          }
        });
    renderings.sort(
        Comparator.comparingDouble(Rendering::score).reversed().thenComparing(Rendering::text));
    return List.copyOf(renderings.subList(0, Math.min(MOST, renderings.size())));
  }

  private double score(
      String source, Kind kind, String text, int together, int places, String key) {
    double dice = 2.0 * together / (places + frequency.getOrDefault(key, together));
    boolean isName = kind != Kind.REPEATED;
    boolean hasCapital = Character.isUpperCase(text.codePointAt(0));
    double capitals = isName == hasCapital ? 0.2 : -0.4;
    double shared = sharedNames(source, text);
    double length = Math.abs(words(text) - words(source) * (isName ? 1.0 : 0.8)) * 0.05;
    double evidence = places == 1 && shared == 0 && !isName ? 0.3 : 1;
    return (dice * 0.6 + capitals + shared - length) * evidence;
  }

  /** Share of the words of the source that the translation has too, but for their marks. */
  private static double sharedNames(String source, String text) {
    Set<String> there = new HashSet<>(List.of(plain(text).split(" ")));
    List<String> sought = List.of(plain(source).split(" "));
    return (double) sought.stream().filter(there::contains).count() / sought.size();
  }

  private static String plain(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT).replace('đ', 'd');
  }

  private static int words(String text) {
    return text.split(" ").length;
  }

  /** Every phrase of a segment once, by its small letters. */
  private Map<String, String> phrases(Words words) {
    Map<String, String> phrases = new HashMap<>();
    for (int from = 0; from < words.size(); from++) {
      if (isEdge(words, from)) {
        for (int to = from + 1; to <= words.size() && to - from <= LONGEST; to++) {
          if (!words.isUnbroken(from, to)) {
            break;
          }
          if (isEdge(words, to - 1)) {
            phrases.putIfAbsent(RepeatedPhrases.key(words, from, to), words.phrase(from, to));
          }
        }
      }
    }
    return phrases;
  }

  private boolean isEdge(Words words, int at) {
    return !Lexicon.isStop(words.lower(at), language) && !words.isNumber(at);
  }
}
