package io.haidang.glossary.match;

import io.haidang.glossary.Capitals;
import io.haidang.glossary.CaseRule;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TermStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every term of one language, compiled for matching.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O; time grows with the text, not with
 * the number of terms.
 */
public final class TermIndex {

  private final Automaton automaton;

  /** By pattern number: the terms that are written so, in the order of the source. */
  private final List<List<Entry>> entries;

  private final int[] lengths;

  private TermIndex(Map<String, List<Entry>> byPattern) {
    String[] patterns = byPattern.keySet().toArray(String[]::new);
    Arrays.sort(patterns);
    automaton = Automaton.of(Arrays.asList(patterns));
    entries = new ArrayList<>(patterns.length);
    lengths = new int[patterns.length];
    for (int i = 0; i < patterns.length; i++) {
      entries.add(byPattern.getOrDefault(patterns[i], List.of()));
      lengths[i] = patterns[i].length();
    }
  }

  public static TermIndex of(Collection<Concept> concepts, Locale language) {
    Map<String, List<Entry>> byPattern = new HashMap<>();
    for (Concept concept : concepts) {
      for (Term term : concept.terms()) {
        if (term.serves(language) || isWrittenSoEverywhere(concept, term)) {
          add(byPattern, concept, term);
        }
      }
    }
    return new TermIndex(byPattern);
  }

  private static boolean isWrittenSoEverywhere(Concept concept, Term term) {
    return !concept.translatable() && term.status() == TermStatus.PREFERRED;
  }

  private static void add(Map<String, List<Entry>> byPattern, Concept concept, Term term) {
    for (String wording : Variants.of(concept, term)) {
      String pattern = NormalizedText.of(wording).toString();
      if (!pattern.isEmpty()) {
        byPattern
            .computeIfAbsent(pattern, key -> new ArrayList<>(1))
            .add(Entry.of(concept, term, wording));
      }
    }
  }

  /**
   * The longest non-overlapping occurrences, left to right. Where one wording names several
   * concepts, the one that is official on {@code day} wins, else the first of the source.
   */
  public List<TermMatch> match(String text, LocalDate day) {
    return match(List.of(this), text, day);
  }

  /**
   * The longest non-overlapping occurrences of terms of all {@code indexes}, left to right. Of two
   * that are equally long, the one of the earlier index wins, whatever the day.
   */
  public static List<TermMatch> match(List<TermIndex> indexes, String text, LocalDate day) {
    NormalizedText normalized = NormalizedText.of(text);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < indexes.size(); i++) {
      indexes.get(i).collect(normalized, i, candidates);
    }
    return select(indexes, normalized, candidates, day);
  }

  private void collect(NormalizedText text, int rank, List<Candidate> candidates) {
    automaton.scan(
        text,
        (pattern, end) -> {
          Candidate candidate = new Candidate(rank, pattern, end - lengths[pattern], end);
          if (text.isBoundary(candidate.start()) && text.mayEnd(end)) {
            candidates.add(candidate);
          }
        });
  }

  private static List<TermMatch> select(
      List<TermIndex> indexes, NormalizedText text, List<Candidate> candidates, LocalDate day) {
    candidates.sort(Candidate.LEFTMOST_LONGEST);
    List<TermMatch> matches = new ArrayList<>();
    int free = 0;
    for (Candidate candidate : candidates) {
      if (candidate.start() >= free) {
        Entry entry = indexes.get(candidate.rank()).choose(text, candidate, day);
        if (entry != null) {
          matches.add(
              new TermMatch(
                  text.span(candidate.start(), candidate.end()), entry.concept(), entry.term()));
          free = candidate.end();
        }
      }
    }
    return matches;
  }

  private @Nullable Entry choose(NormalizedText text, Candidate candidate, LocalDate day) {
    @Nullable Entry first = null;
    for (Entry entry : entries.get(candidate.pattern())) {
      if (entry.isWrittenAt(text, candidate)) {
        if (entry.concept().validity().contains(day)) {
          return entry;
        }
        first = first == null ? entry : first;
      }
    }
    return first;
  }

  /**
   * A way of writing a term.
   *
   * @param capitals of its words, for the usual case rule
   * @param wording for the other case rules; null where the usual one is enough
   */
  private record Entry(Concept concept, Term term, Capitals capitals, @Nullable String wording) {

    static Entry of(Concept concept, Term term, String wording) {
      boolean usual = term.caseRule() == CaseRule.NAME;
      return new Entry(concept, term, Capitals.of(wording), usual ? null : wording);
    }

    boolean isWrittenAt(NormalizedText text, Candidate candidate) {
      if (wording == null) {
        return !capitals.first()
            || text.isCapital(candidate.start())
            || (capitals.mayBeginSmall() && capitals.allowAsName(written(text, candidate)));
      }
      return term.caseRule().allows(wording, text.original(candidate.start(), candidate.end()));
    }

    private static Capitals written(NormalizedText text, Candidate candidate) {
      return Capitals.of(text.original(candidate.start(), candidate.end()));
    }
  }

  /**
   * A place where a term may stand.
   *
   * @param rank of its index among those that are asked
   */
  private record Candidate(int rank, int pattern, int start, int end) {

    private static final Comparator<Candidate> LEFTMOST_LONGEST =
        Comparator.comparingInt(Candidate::start)
            .thenComparing(Comparator.comparingInt(Candidate::end).reversed())
            .thenComparing(Candidate::rank);
  }
}
