package io.haidang.summarization.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Ranks the sentences of a text by three things: how central they are among the others (LexRank,
 * Erkan and Radev 2004, on the weighted graph), how close they are to the title, and how early they
 * stand, since press and official texts put the news first.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> computes for milliseconds.
 */
public final class SentenceRanker {

  private static final double DAMPING = 0.85;
  private static final int ITERATIONS = 30;

  // Chosen on one half of docs/evaluation/summaries.vi.tsv and held against the other:
  // RATIONALE.md.
  private static final double CENTRALITY = 0.2;
  private static final double TITLE = 0.6;
  private static final double POSITION = 0.2;

  /** By how much the weight of a place falls with each sentence before it. */
  private static final double DECAY = 0.35;

  private static final double QUOTED = 0.5;

  /** Longer texts are ranked by their first so many sentences; the matrix grows with the square. */
  private static final int MOST = 200;

  private final Similarities similarities;

  public SentenceRanker(Similarities similarities) {
    this.similarities = similarities;
  }

  /** Ranks the body of a text. */
  public Ranking rank(StoryOutline outline, Locale language) {
    List<OutlineSentence> sentences =
        outline.body().subList(0, Math.min(MOST, outline.body().size()));
    List<String> texts = new ArrayList<>(sentences.stream().map(OutlineSentence::text).toList());
    outline.title().ifPresent(title -> texts.add(title.text()));
    double[][] matrix = similarities.between(texts, language);
    double[] centrality = scaled(centrality(matrix, sentences.size()));
    double[] scores = new double[sentences.size()];
    for (int i = 0; i < scores.length; i++) {
      double title = texts.size() > sentences.size() ? matrix[i][sentences.size()] : 0;
      scores[i] =
          quoted(texts.get(i))
              * (CENTRALITY * centrality[i]
                  + TITLE * title
                  + POSITION * position(sentences.get(i), i));
    }
    return new Ranking(List.copyOf(sentences), scores, matrix);
  }

  /** What somebody said about the news is not the news. */
  private static double quoted(String sentence) {
    return "\"“«".indexOf(sentence.charAt(0)) >= 0 ? QUOTED : 1;
  }

  /** What comes later counts less, and what does not begin its paragraph less than what does. */
  private static double position(OutlineSentence sentence, int index) {
    double within = sentence.position() == 0 ? 1 : 0.8;
    return within / (1 + DECAY * index);
  }

  private static double[] centrality(double[][] similarity, int size) {
    double[] rank = new double[size];
    Arrays.fill(rank, 1.0 / Math.max(1, size));
    double[] sums = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        sums[i] += i == j ? 0 : similarity[i][j];
      }
    }
    for (int step = 0; step < ITERATIONS; step++) {
      double[] next = new double[size];
      Arrays.fill(next, (1 - DAMPING) / size);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          if (i != j && sums[i] > 0) {
            next[j] += DAMPING * rank[i] * similarity[i][j] / sums[i];
          }
        }
      }
      rank = next;
    }
    return rank;
  }

  private static double[] scaled(double[] values) {
    double most = Arrays.stream(values).max().orElse(0);
    return Arrays.stream(values).map(value -> most > 0 ? value / most : 0).toArray();
  }
}
