package io.haidang.translation.memory;

import io.haidang.translation.WordDiff;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a memory has for a segment. Immutable.
 *
 * @param kind what is the same
 * @param score 101 in context, 100 exact, less otherwise; penalties taken off. A fuzzy match has
 *     100 × (1 − d ÷ n), rounded down, with the distance d in words, punctuation and figures
 *     (Levenshtein 1966: insertions, deletions, replacements) and the length n of the longer text,
 *     as in OmegaT and Okapi; equal words in other capitals, spacing or codes make 99
 * @param target the entry's translation with the inline codes of the segment that was asked for and
 *     its figures, where these were replaced
 * @param substitutions figures that were replaced; none unless {@code kind} says so
 * @param penalties why the score is lower than the likeness
 */
public record MemoryMatch(
    MemoryEntry entry,
    Kind kind,
    int score,
    String target,
    List<Substitution> substitutions,
    List<Penalty> penalties) {

  public static final int IN_CONTEXT_SCORE = 101;
  public static final int EXACT_SCORE = 100;

  /** Of a text with the same words, but other figures, capitals, spaces or codes. */
  public static final int NEAR_SCORE = 99;

  /** Best first: by score, then what was approved here, then the newest. */
  static final Comparator<MemoryMatch> BEST_FIRST =
      Comparator.comparingInt(MemoryMatch::score)
          .reversed()
          .thenComparing(MemoryMatch::kind)
          .thenComparing(match -> match.entry().origin().kind())
          .thenComparing(Comparator.comparingLong((MemoryMatch m) -> m.entry().id()).reversed());

  /** How a match is like the segment that was asked for. */
  public enum Kind {
    /** The same segment between the same neighbours. */
    IN_CONTEXT,
    /** The same segment. */
    EXACT,
    /** The same words with other inline codes; the target has none, and they have to be placed. */
    OTHER_CODES,
    /** The same but for numbers or dates, which the target now has from the segment. */
    SUBSTITUTED,
    /** A similar one. */
    FUZZY
  }

  /**
   * A figure of the target that was replaced.
   *
   * @param from as the entry has it
   * @param to as the target has it now
   */
  public record Substitution(String from, String to) {}

  /** What makes a match worth less than its likeness. */
  public enum Penalty {
    /** Nobody here knows where the entry comes from. */
    UNKNOWN_ORIGIN(5),
    /** It is from a text about something else. */
    OTHER_DOMAIN(3),
    /** Its target has a name that is not, or no longer, official. */
    OUTDATED_NAME(10);

    private final int points;

    Penalty(int points) {
      this.points = points;
    }

    /** Taken off the score. */
    public int points() {
      return points;
    }
  }

  public MemoryMatch {
    substitutions = List.copyOf(substitutions);
    penalties = List.copyOf(penalties);
  }

  /** The same match, worth less. */
  MemoryMatch with(Penalty penalty) {
    List<Penalty> all = new ArrayList<>(penalties);
    all.add(penalty);
    return new MemoryMatch(entry, kind, score - penalty.points(), target, substitutions, all);
  }

  /**
   * Whether it says in another way what was asked for: the same segment, and nothing against it.
   */
  public boolean isFull() {
    return score >= EXACT_SCORE;
  }

  /**
   * How the segment that was asked for differs from the entry's source, word by word, without
   * codes.
   */
  public List<WordDiff.Part> difference(String asked) {
    return WordDiff.of(InlineCodes.strip(entry.source()), InlineCodes.strip(asked));
  }
}
