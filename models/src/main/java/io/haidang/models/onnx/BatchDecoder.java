package io.haidang.models.onnx;

import ai.onnxruntime.OrtException;
import io.haidang.models.internal.SequenceDecoder.BatchMonitor;
import io.haidang.models.internal.search.Search;
import io.haidang.models.internal.search.TokenScores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Runs the searches of one batch side by side; a finished one leaves the batch. Not thread-safe.
 */
final class BatchDecoder {

  private final HypothesisRows rows;
  private final TokenScores scores;
  private final BatchMonitor monitor;
  private final IntConsumer finished;

  /** A search, its source, and the place of its first row in the batch. */
  private record Placed(int job, Search search, int firstRow) {}

  /** The rows of one step. */
  private record Step(List<Placed> active, List<Integer> parents, List<Integer> tokens) {}

  /**
   * @param finished takes the place of each search that is done
   */
  BatchDecoder(
      HypothesisRows rows, int vocabularySize, BatchMonitor monitor, IntConsumer finished) {
    this.rows = rows;
    this.scores = new TokenScores(vocabularySize);
    this.monitor = monitor;
    this.finished = finished;
  }

  /**
   * Decodes until every search is done or unwanted; search {@code i} belongs to source {@code i}.
   */
  void decode(List<Search> searches, long[][] prefixes) throws OrtException {
    monitor.beforeStep();
    rows.start(prefixes);
    List<Placed> active = new ArrayList<>();
    for (Search search : searches) {
      active.add(new Placed(active.size(), search, active.size()));
    }
    while (!active.isEmpty()) {
      Step step = advance(active);
      active = step.active;
      if (!active.isEmpty()) {
        monitor.beforeStep();
        rows.step(ints(step.parents), ints(step.tokens));
      }
    }
  }

  private Step advance(List<Placed> active) {
    Step step = new Step(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Placed placed : active) {
      if (!monitor.wants(placed.job)) {
        continue;
      }
      List<Search.Next> next = placed.search.advance(row -> scoresAfter(placed.firstRow + row));
      if (next.isEmpty()) {
        finished.accept(placed.job);
      } else {
        step.active.add(new Placed(placed.job, placed.search, step.parents.size()));
      }
      for (Search.Next row : next) {
        step.parents.add(placed.firstRow + row.parent());
        step.tokens.add(row.hypothesis().token());
      }
    }
    return step;
  }

  private TokenScores scoresAfter(int row) {
    rows.scores(row, scores);
    return scores;
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
