package io.haidang.models.onnx;

import ai.onnxruntime.OrtException;
import io.haidang.models.CallContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the searches of one batch side by side; a finished one leaves the batch. Not thread-safe.
 */
final class BatchDecoder {

  private final DecoderRows rows;
  private final TokenScores scores;
  private final CallContext call;

  /** A search and the place of its first row in the batch. */
  private record Placed(Lane lane, int firstRow) {}

  BatchDecoder(DecoderRows rows, int vocabularySize, CallContext call) {
    this.rows = rows;
    this.scores = new TokenScores(vocabularySize);
    this.call = call;
  }

  /** Decodes until every lane is done; lane {@code i} belongs to source {@code i}. */
  void decode(List<Lane> lanes, long[] prefix) throws OrtException {
    long[][] prefixes = new long[lanes.size()][];
    Arrays.fill(prefixes, prefix);
    call.check();
    rows.start(prefixes);
    List<Placed> active = new ArrayList<>();
    for (Lane lane : lanes) {
      active.add(new Placed(lane, active.size()));
    }
    while (!active.isEmpty()) {
      call.check();
      List<Placed> remaining = new ArrayList<>();
      List<Integer> parents = new ArrayList<>();
      List<Integer> tokens = new ArrayList<>();
      for (Placed placed : active) {
        List<Lane.Next> next = placed.lane.advance(row -> scoresAfter(placed.firstRow + row));
        if (!next.isEmpty()) {
          remaining.add(new Placed(placed.lane, parents.size()));
        }
        for (Lane.Next row : next) {
          parents.add(placed.firstRow + row.parent());
          tokens.add(row.hypothesis().token());
        }
      }
      active = remaining;
      if (!active.isEmpty()) {
        rows.step(ints(parents), ints(tokens));
      }
    }
  }

  private TokenScores scoresAfter(int row) {
    scores.load(rows, row);
    return scores;
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
