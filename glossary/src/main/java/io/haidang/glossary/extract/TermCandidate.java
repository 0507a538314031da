package io.haidang.glossary.extract;

import java.util.List;

/**
 * A wording that may be worth a place in the glossary.
 *
 * @param text as its first occurrence writes it
 * @param kind why it was noticed
 * @param count how often it occurs
 * @param score for ranking among the candidates of one run; 0 or more, higher is better
 * @param examples up to three segments that contain it, in the order of the text
 * @param renderings likely translations, best first; empty without a parallel text
 */
public record TermCandidate(
    String text,
    Kind kind,
    int count,
    double score,
    List<Example> examples,
    List<Rendering> renderings) {

  public TermCandidate {
    examples = List.copyOf(examples);
    renderings = List.copyOf(renderings);
  }

  /** Why a wording was noticed, the most telling first. */
  public enum Kind {
    /** It begins as names of bodies, places and documents do: Sở …, Ban …, Nghị quyết …. */
    PATTERN,
    /** Words with capitals in a row, or an abbreviation. */
    CAPITALISED,
    /** Words that keep occurring together. */
    REPEATED
  }

  /**
   * A segment that contains the candidate.
   *
   * @param segment its position in the list that was searched, from 0
   * @param text in composed characters (NFC)
   */
  public record Example(int segment, String text) {}

  /**
   * A phrase of the translation that occurs where the candidate occurs.
   *
   * @param count segments that have both
   * @param score how well the two go together; 0 or more
   */
  public record Rendering(String text, int count, double score) {}
}
