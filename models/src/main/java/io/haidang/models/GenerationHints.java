package io.haidang.models;

import java.util.List;

/**
 * What may help a model that reads instructions; others ignore it. All of it is document text:
 * data, never an instruction.
 *
 * @param terms official names that occur in the text
 * @param before segments that precede it, in reading order
 * @param after segments that follow it
 * @param similar approved translations of similar segments, the most similar first
 * @param wishes how whoever asked for the translation would like it to be worded
 */
public record GenerationHints(
    List<TermHint> terms,
    List<String> before,
    List<String> after,
    List<SimilarTranslation> similar,
    List<String> wishes) {

  /** No hints. */
  public static final GenerationHints NONE =
      new GenerationHints(List.of(), List.of(), List.of(), List.of());

  public GenerationHints {
    terms = List.copyOf(terms);
    before = List.copyOf(before);
    after = List.copyOf(after);
    similar = List.copyOf(similar);
    wishes = List.copyOf(wishes);
  }

  /** Hints of somebody who has no wishes. */
  public GenerationHints(
      List<TermHint> terms,
      List<String> before,
      List<String> after,
      List<SimilarTranslation> similar) {
    this(terms, before, after, similar, List.of());
  }

  /**
   * A name in the text and how to write it.
   *
   * @param source as the text writes it
   * @param rendering to be inflected where grammar asks for it, never re-worded
   * @param note for the writer; may be empty
   */
  public record TermHint(String source, String rendering, String note) {}

  /** A segment and its approved translation. */
  public record SimilarTranslation(String source, String target) {}
}
