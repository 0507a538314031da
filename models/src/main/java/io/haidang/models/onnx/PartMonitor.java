package io.haidang.models.onnx;

import io.haidang.models.Generation;
import io.haidang.models.internal.SequenceDecoder.BatchMonitor;
import java.util.List;

/**
 * The monitor of a batch, for some of its jobs.
 *
 * @param places of the jobs in the batch
 */
record PartMonitor(BatchMonitor batch, List<Integer> places) implements BatchMonitor {

  @Override
  public void beforeStep() {
    batch.beforeStep();
  }

  @Override
  public boolean wants(int job) {
    return batch.wants(places.get(job));
  }

  @Override
  public void finished(int job, Generation output) {
    batch.finished(places.get(job), output);
  }
}
