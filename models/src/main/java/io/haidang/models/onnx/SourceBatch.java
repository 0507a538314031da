package io.haidang.models.onnx;

import java.util.Arrays;

/** The sources of one batch, padded to one length, and which of their tokens are real. */
final class SourceBatch {

  private final int rows;
  private final int length;
  private final long[] ids;
  private final long[] mask;

  SourceBatch(long[][] sources, long pad) {
    rows = sources.length;
    length = Arrays.stream(sources).mapToInt(source -> source.length).max().orElse(0);
    ids = new long[rows * length];
    mask = new long[rows * length];
    Arrays.fill(ids, pad);
    for (int row = 0; row < rows; row++) {
      int offset = row * length;
      System.arraycopy(sources[row], 0, ids, offset, sources[row].length);
      Arrays.fill(mask, offset, offset + sources[row].length, 1);
    }
  }

  int rows() {
    return rows;
  }

  /** Tokens of the longest source. */
  int length() {
    return length;
  }

  /** Token ids, {@code [rows, length]}. */
  long[] ids() {
    return ids;
  }

  /** 1 for a token, 0 for padding, {@code [rows, length]}. */
  long[] mask() {
    return mask;
  }

  /** The mask of {@code sources}, {@code [sources.length, length]}. */
  long[] mask(int[] sources) {
    long[] selected = new long[sources.length * length];
    for (int i = 0; i < sources.length; i++) {
      System.arraycopy(mask, sources[i] * length, selected, i * length, length);
    }
    return selected;
  }
}
