package io.haidang.models.serving;

import io.haidang.models.Generation;
import io.haidang.models.internal.SequenceDecoder.BatchMonitor;
import java.util.BitSet;

/** A batch under way, which hands its outputs to the calls. Used by the thread that decodes it. */
final class BatchRun implements BatchMonitor {

  private final Batch batch;
  private final Runnable gate;
  private final BitSet over = new BitSet();

  BatchRun(Batch batch, Runnable gate) {
    this.batch = batch;
    this.gate = gate;
  }

  @Override
  public void beforeStep() {
    gate.run();
  }

  @Override
  public boolean wants(int job) {
    if (!batch.texts().get(job).call().wanted()) {
      over.set(job);
    }
    return !over.get(job);
  }

  @Override
  public void finished(int job, Generation output) {
    over.set(job);
    QueuedText text = batch.texts().get(job);
    text.call().put(text.place(), output);
  }

  /** Ends every call of the batch. */
  void fail(RuntimeException cause) {
    batch.texts().forEach(text -> text.call().fail(cause));
  }

  /** Ends the calls whose output the decoder neither gave nor was told to leave. */
  void failUnfinished() {
    for (int job = over.nextClearBit(0);
        job < batch.texts().size();
        job = over.nextClearBit(job + 1)) {
      batch
          .texts()
          .get(job)
          .call()
          .fail(new IllegalStateException("decoder: a job has no output (expected: one)"));
    }
  }
}
