package io.haidang.models.serving;

import io.haidang.models.CallContext.Priority;
import io.haidang.models.ModelId;

/**
 * Is told of every batch that a model on this machine has decoded, well or badly.
 *
 * <p><b>Thread-safety:</b> called from any thread. It returns at once and does not throw.
 */
@FunctionalInterface
public interface BatchListener {

  /** Listens to nothing. */
  BatchListener NONE = batch -> {};

  /** A batch is over. */
  void decoded(Decoded batch);

  /**
   * What a batch was like. It never holds text.
   *
   * @param rows of the decoder, which is texts times beams
   * @param waitedNanos by the text that waited longest
   * @param tookNanos from the first step to the end
   */
  record Decoded(
      ModelId model, Priority priority, int texts, int rows, long waitedNanos, long tookNanos) {}
}
