package io.haidang.models.onnx;

import io.haidang.models.ModelException;
import io.haidang.models.internal.search.RowLogits;
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

  /** By token; negative for those that are not scored. */
  private final int[] columns;

  private OutputTokens(int[] ids, int vocabularySize) {
    this.ids = ids;
    this.columns = new int[vocabularySize];
    Arrays.fill(columns, -1);
    for (int column = 0; column < ids.length; column++) {
      columns[ids[column]] = column;
    }
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
   * A row of logits by token. Those that the decoder does not score have the row's lowest, for a
   * required phrase may be written with them.
   *
   * @param row which of the rows in {@code logits}, from 0
   */
  RowLogits row(FloatBuffer logits, int row) {
    return new Row(logits, row * ids.length);
  }

  private final class Row implements RowLogits {

    private final FloatBuffer logits;
    private final int first;

    Row(FloatBuffer logits, int first) {
      this.logits = logits;
      this.first = first;
    }

    @Override
    public float of(int token) {
      return columns[token] < 0 ? lowest() : logits.get(first + columns[token]);
    }

    private float lowest() {
      float lowest = logits.get(first);
      for (int column = 1; column < ids.length; column++) {
        lowest = Math.min(lowest, logits.get(first + column));
      }
      return lowest;
    }

    @Override
    public void copyTo(float[] all) {
      if (ids.length == all.length) {
        logits.get(first, all);
        return;
      }
      Arrays.fill(all, lowest());
      for (int column = 0; column < ids.length; column++) {
        all[ids[column]] = logits.get(first + column);
      }
    }
  }
}
