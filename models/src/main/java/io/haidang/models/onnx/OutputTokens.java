package io.haidang.models.onnx;

import io.haidang.models.ModelException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tokens that a decoder scores, in the order of its logits: all of the vocabulary, or those its
 * target language is written with. A graph lists these in its property {@value #PROPERTY}, as
 * ascending ids and ranges of ids such as {@code 0-3 5}. Immutable.
 */
final class OutputTokens {

  private static final String PROPERTY = "output_tokens";
  private static final Pattern SPANS =
      Pattern.compile("[0-9]{1,9}(-[0-9]{1,9})?( [0-9]{1,9}(-[0-9]{1,9})?)*+");

  private final int[] ids;
  private final int vocabularySize;

  private OutputTokens(int[] ids, int vocabularySize) {
    this.ids = ids;
    this.vocabularySize = vocabularySize;
  }

  /**
   * Reads what a decoder says of itself.
   *
   * @throws ModelException.Unloadable when it lists what is not in the vocabulary
   */
  static OutputTokens of(OnnxGraph decoder, int vocabularySize) {
    return decoder
        .property(PROPERTY)
        .map(spans -> listed(spans, vocabularySize).orElseThrow(() -> fault(decoder)))
        .orElseGet(() -> new OutputTokens(ids(vocabularySize), vocabularySize));
  }

  private static ModelException fault(OnnxGraph decoder) {
    return decoder.fault(PROPERTY, "another list", "ascending ids of the vocabulary, as 0-3 5");
  }

  private static int[] ids(int size) {
    return IntStream.range(0, size).toArray();
  }

  /** Reads a list; empty when it is none of this vocabulary. */
  static Optional<OutputTokens> listed(String spans, int vocabularySize) {
    if (!SPANS.matcher(spans).matches()) {
      return Optional.empty();
    }
    int[] ids =
        Stream.of(spans.split(" ", -1))
            .flatMapToInt(OutputTokens::span)
            .limit(vocabularySize + 1L) // Enough to see that there are too many.
            .toArray();
    return areIds(ids, vocabularySize)
        ? Optional.of(new OutputTokens(ids, vocabularySize))
        : Optional.empty();
  }

  private static IntStream span(String text) {
    String[] ends = text.split("-", -1);
    return IntStream.rangeClosed(
        Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }

  private static boolean areIds(int[] ids, int vocabularySize) {
    return ids.length > 0
        && IntStream.range(1, ids.length).allMatch(i -> ids[i - 1] < ids[i])
        && ids[ids.length - 1] < vocabularySize;
  }

  int count() {
    return ids.length;
  }

  /**
   * Copies a row of logits to where all tokens have their places. Those that the decoder does not
   * score get its lowest logit, for a required phrase may be written with them.
   *
   * @param row which of the rows in {@code logits}, from 0
   * @param scores as many as the vocabulary has
   */
  void spread(FloatBuffer logits, int row, float[] scores) {
    logits.get(row * ids.length, scores, 0, ids.length);
    if (ids.length < vocabularySize) {
      place(Arrays.copyOf(scores, ids.length), scores);
    }
  }

  private void place(float[] scored, float[] scores) {
    float lowest = Float.POSITIVE_INFINITY;
    for (float score : scored) {
      lowest = Math.min(lowest, score);
    }
    Arrays.fill(scores, lowest);
    for (int i = 0; i < scored.length; i++) {
      scores[ids[i]] = scored[i];
    }
  }
}
