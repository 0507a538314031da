package io.haidang.models.internal.search;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The scores of every token after one row; reused row by row. Not thread-safe. */
public final class TokenScores {

  /** A token this far below the best adds nothing to the sum that floats could show. */
  private static final float NEGLIGIBLE = -18f;

  private static final int STEPS_PER_UNIT = 256;

  /** e^(-i / 256). */
  private static final float[] EXP = exponentials();

  private static final float[] NONE = {};

  private final float[] scores;
  private double normaliser;
  private boolean logarithmic;
  private float[] unprocessed = NONE;

  // The likeliest tokens, best first, as long as nobody needs the others.
  private int[] ranked = {};
  private float[] rankedScores = NONE;
  private @Nullable RowLogits rest;

  public TokenScores(int vocabularySize) {
    this.scores = new float[vocabularySize];
  }

  /** Where the logits of one row go before {@link #loaded}. */
  public float[] logits() {
    return scores;
  }

  /** Takes the logits as they are now. */
  public TokenScores loaded() {
    ranked = new int[0];
    rest = null;
    logarithmic = false;
    unprocessed = NONE;
    float max = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      max = Math.max(max, score);
    }
    double sum = 0;
    for (float score : scores) {
      float distance = score - max;
      if (distance > NEGLIGIBLE) {
        sum += exp(distance);
      }
    }
    normaliser = max + Math.log(sum);
    return this;
  }

  /**
   * Takes a row whose likeliest tokens are known, best first.
   *
   * @param logits asked when other tokens are needed; must not change while this row is the one
   */
  public void rank(int[] tokens, float[] logProbabilities, RowLogits logits) {
    logarithmic = false;
    unprocessed = NONE;
    ranked = tokens;
    rankedScores = logProbabilities;
    rest = logits;
    normaliser = logits.of(tokens[0]) - (double) logProbabilities[0];
  }

  private void needAll() {
    if (rest != null) {
      rest.copyTo(scores);
      ranked = new int[0];
      rest = null;
    }
  }

  /** Turns logits into log-probabilities. */
  TokenScores toLogProbabilities() {
    needAll();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) (scores[i] - normaliser);
    }
    logarithmic = true;
    return this;
  }

  TokenScores processed(Hypothesis soFar, List<ScoreProcessor> processors) {
    if (!processors.isEmpty()) {
      needAll();
    }
    if (!logarithmic && !processors.isEmpty()) {
      unprocessed = scores.clone();
    }
    for (ScoreProcessor processor : processors) {
      processor.process(soFar, scores);
    }
    return this;
  }

  /** The log-probability of a token as the search sees it. */
  double score(int token) {
    for (int i = 0; i < ranked.length; i++) {
      if (ranked[i] == token) {
        return rankedScores[i];
      }
    }
    if (rest != null) {
      return rest.of(token) - normaliser;
    }
    if (logarithmic) {
      return scores[token];
    }
    // What a processor makes of a logit is no probability.
    return (unprocessed.length == 0 ? scores : unprocessed)[token] - normaliser;
  }

  /**
   * The {@code count} likeliest tokens, best first; the lower id first among equals. Fewer when
   * others are banned.
   */
  int[] best(int count) {
    if (count <= ranked.length) {
      return Arrays.copyOf(ranked, count);
    }
    needAll();
    int[] ids = new int[count];
    int size = 0;
    for (int id = 0; id < scores.length; id++) {
      float score = scores[id];
      if (score == Float.NEGATIVE_INFINITY || (size == count && score <= scores[ids[size - 1]])) {
        continue;
      }
      int at = size < count ? size++ : size - 1;
      while (at > 0 && scores[ids[at - 1]] < score) {
        ids[at] = ids[at - 1];
        at--;
      }
      ids[at] = id;
    }
    return Arrays.copyOf(ids, size);
  }

  /** The likeliest of some tokens; empty when all of them are banned. */
  OptionalInt best(IntPredicate wanted) {
    needAll();
    return IntStream.range(0, scores.length)
        .filter(token -> scores[token] > Float.NEGATIVE_INFINITY && wanted.test(token))
        .reduce((best, token) -> scores[token] > scores[best] ? token : best);
  }

  /**
   * e^x for x in [-18, 0], to about seven digits: the table's nearest entry above and two terms for
   * the rest.
   */
  private static float exp(float x) {
    int step = (int) (x * -STEPS_PER_UNIT);
    float rest = x + step * (1f / STEPS_PER_UNIT);
    return EXP[step] * (1f + rest * (1f + 0.5f * rest));
  }

  private static float[] exponentials() {
    float[] table = new float[(int) (-NEGLIGIBLE * STEPS_PER_UNIT) + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) Math.exp(-i / (double) STEPS_PER_UNIT);
    }
    return table;
  }
}
