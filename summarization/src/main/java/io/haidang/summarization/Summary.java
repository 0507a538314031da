package io.haidang.summarization;

import java.util.List;

/**
 * A short version of a text.
 *
 * @param headline what it is about
 * @param standfirst one or two sentences that carry the story
 * @param keyPoints further sentences, in the order of the text; may be empty
 */
public record Summary(Sentence headline, Sentence standfirst, List<Sentence> keyPoints) {

  public Summary {
    keyPoints = List.copyOf(keyPoints);
  }

  /**
   * A sentence and where it comes from.
   *
   * @param text of the summary; empty when the document has nothing for it
   * @param segments indices of the segments it was made from
   */
  public record Sentence(String text, List<Integer> segments) {

    public Sentence {
      segments = List.copyOf(segments);
    }
  }
}
