package io.haidang.glossary.extract;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.extract.TermCandidate.Example;
import io.haidang.glossary.extract.TermCandidate.Kind;
import io.haidang.glossary.extract.TermCandidate.Rendering;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Proposes terms to a terminologist: names after the words that names begin with, words with
 * capitals, and phrases that keep occurring, unless the glossary has them. Made for Vietnamese;
 * capitals and repetition work for other languages that put spaces between words.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O; time and memory grow with the text.
 */
public final class TermExtractor {

  private static final int MOST_SEGMENTS = 50_000;
  private static final int MOST_EXAMPLES = 3;

  private final Glossary glossary;

  /** Proposes nothing that {@code known} has, whatever its status. */
  public TermExtractor(Glossary known) {
    this.glossary = known;
  }

  /**
   * Candidates of a text, best first.
   *
   * @param segments of one or more documents, 50,000 at most
   */
  public List<TermCandidate> extract(List<String> segments, Locale language) {
    requireFew(segments);
    return rank(new Harvest(segments, language), (text, kind, places) -> List.of());
  }

  /**
   * Candidates of a text with likely renderings.
   *
   * @param sources segments of the source, 50,000 at most
   * @param targets their translations, in the same order
   */
  public List<TermCandidate> extract(
      List<String> sources, Locale source, List<String> targets, Locale target) {
    requireFew(sources);
    if (sources.size() != targets.size()) {
      throw new IllegalArgumentException(
          "targets: " + targets.size() + " (expected: " + sources.size() + ", as sources)");
    }
    RenderingFinder renderings = new RenderingFinder(targets, target);
    return rank(new Harvest(sources, source), renderings::find);
  }

  private static void requireFew(List<String> segments) {
    if (segments.size() > MOST_SEGMENTS) {
      throw new IllegalArgumentException(
          "segments: " + segments.size() + " (expected: at most " + MOST_SEGMENTS + ")");
    }
  }

  private static List<TermCandidate> rank(Harvest found, Renderings renderings) {
    List<TermCandidate> candidates = new ArrayList<>();
    found.names.forEach(
        (key, name) -> candidates.add(found.candidate(name, nameScore(name), renderings)));
    found
        .repeated
        .rated()
        .forEach(
            (phrase, value) ->
                candidates.add(found.candidate(found.occurrence(phrase), value / 4, renderings)));
    candidates.sort(
        Comparator.comparingDouble(TermCandidate::score)
            .reversed()
            .thenComparing(TermCandidate::text));
    return candidates;
  }

  private static double nameScore(Found name) {
    return (name.kind == Kind.PATTERN ? 3 : 2) * (1 + Math.log(name.places.size()) / Math.log(2));
  }

  private interface Renderings {
    List<Rendering> find(String text, Kind kind, List<Integer> places);
  }

  /** A wording and the segments that have it, once for each occurrence. */
  private record Found(String text, Kind kind, List<Integer> places) {}

  /** What is found in the segments of one text. */
  private final class Harvest {

    private final List<Words> segments;
    private final Map<String, Found> names = new LinkedHashMap<>();
    private final RepeatedPhrases repeated;

    Harvest(List<String> texts, Locale language) {
      segments = texts.stream().map(Words::of).toList();
      repeated = new RepeatedPhrases(language);
      for (int i = 0; i < segments.size(); i++) {
        collect(i, language);
      }
    }

    private void collect(int place, Locale language) {
      Words words = segments.get(place);
      boolean[] taken = new boolean[words.size()];
      List<TextSpan> known =
          glossary.match(words.text(), language, LocalDate.EPOCH).stream()
              .map(match -> match.span())
              .toList();
      for (int i = 0; i < words.size(); i++) {
        TextSpan word = words.span(i, i + 1);
        taken[i] = known.stream().anyMatch(word::overlaps);
      }
      NameFinder.find(
          words,
          language,
          (kind, from, to) -> add(words, place, taken, kind, from, end(words, to, known)));
      repeated.add(words, taken);
    }

    /** A name that breaks off within a known one goes on to its end. */
    private int end(Words words, int to, List<TextSpan> known) {
      int end = to;
      while (end < words.size()
          && joins(words.span(end - 1, end), words.span(end, end + 1), known)) {
        end++;
      }
      return end;
    }

    private static boolean joins(TextSpan last, TextSpan next, List<TextSpan> known) {
      return known.stream().anyMatch(span -> span.overlaps(last) && span.overlaps(next));
    }

    /** A known name needs no small word behind it. */
    private static int withoutTail(Words words, boolean[] taken, int from, int last) {
      int to = last;
      while (to - 2 >= from && !taken[to - 1] && taken[to - 2] && !words.isCapital(to - 1)) {
        to--;
      }
      return to;
    }

    /** Not when all of it is known, or a known name with some words around it. */
    private void add(Words words, int place, boolean[] taken, Kind kind, int from, int last) {
      int to = withoutTail(words, taken, from, last);
      int unknown = 0;
      for (int i = from; i < to; i++) {
        unknown += taken[i] ? 0 : 1;
        taken[i] = true;
      }
      if (unknown > 0 && (unknown == to - from || kind == Kind.PATTERN)) {
        names
            .computeIfAbsent(
                RepeatedPhrases.key(words, from, to),
                key -> new Found(words.phrase(from, to), kind, new ArrayList<>()))
            .places
            .add(place);
      }
    }

    /** Where a repeated phrase occurs. */
    Found occurrence(String phrase) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < segments.size(); i++) {
        if (segments.get(i).text().toLowerCase(Locale.ROOT).contains(phrase)) {
          places.add(i);
        }
      }
      return new Found(phrase, Kind.REPEATED, places);
    }

    TermCandidate candidate(Found found, double score, Renderings renderings) {
      List<Integer> places = found.places.stream().distinct().toList();
      int count = found.kind == Kind.REPEATED ? repeated.count(found.text) : found.places.size();
      return new TermCandidate(
          found.text,
          found.kind,
          count,
          score,
          places.stream().limit(MOST_EXAMPLES).map(this::example).toList(),
          renderings.find(found.text, found.kind, places));
    }

    private Example example(int place) {
      return new Example(place, segments.get(place).text());
    }
  }
}
