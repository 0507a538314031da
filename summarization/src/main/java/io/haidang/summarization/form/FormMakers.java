package io.haidang.summarization.form;

import io.haidang.models.SentenceVectors;
import io.haidang.summarization.CandidateSource;
import io.haidang.summarization.FormMaker;
import io.haidang.summarization.extract.SentenceRanker;
import io.haidang.summarization.extract.Similarities;
import java.util.ArrayList;
import java.util.List;

/** The ways to make forms. All of them judge by length, grammar and faithfulness. */
public final class FormMakers {

  private FormMakers() {}

  /**
   * Sentences of the story, ranked by the vectors of an encoder; not the default, since the words
   * that sentences share do better.
   *
   * @param encoder stays the caller's to close
   */
  public static FormMaker extractive(SentenceVectors encoder) {
    return extractive(Similarities.of(encoder));
  }

  /** The default: sentences of the story, ranked by the words that they share; needs no model. */
  public static FormMaker extractive() {
    return extractive(Similarities.tfIdf());
  }

  /** Sentences of the story, ranked by what they have in common. */
  public static FormMaker extractive(Similarities similarities) {
    return new GatedMaker(List.of(extractiveSource(similarities)));
  }

  /** What {@code writers} propose, in their order, then sentences of the story. */
  public static FormMaker withWriters(List<CandidateSource> writers, Similarities similarities) {
    List<CandidateSource> sources = new ArrayList<>();
    writers.forEach(writer -> sources.add(new EndedPosts(writer)));
    sources.add(extractiveSource(similarities));
    return new GatedMaker(sources);
  }

  private static CandidateSource extractiveSource(Similarities similarities) {
    return new ExtractiveSource(new SentenceRanker(similarities));
  }
}
