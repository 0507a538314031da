package io.haidang.models.internal;

import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import java.util.List;

/**
 * A loaded model that decodes the batches somebody else composes.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use; each {@link #decode} computes on the calling
 * thread. <b>Blocking:</b> {@link #decode} computes for milliseconds to minutes. <b>Owns:</b> the
 * model's native memory, until {@link #close}, which no decoding may outlast.
 */
public interface SequenceDecoder extends AutoCloseable {

  ModelDescriptor descriptor();

  /** The most rows one batch may have, summed over its jobs; a single job may have more. */
  int maxRows();

  /**
   * Tokenises and checks a request.
   *
   * @throws ModelException.Unsupported when the model does not do what is asked
   */
  DecodingJob prepare(GenerationRequest request, GenerationOptions options);

  /**
   * Decodes jobs side by side, each once; jobs of any language and options may share a batch, but
   * texts of one length waste least. Returns when every job is finished or no longer wanted.
   *
   * @throws ModelException.Failed when the runtime fails
   * @throws RuntimeException what {@code monitor} throws; all tensors are closed then
   */
  void decode(List<? extends DecodingJob> jobs, BatchMonitor monitor);

  @Override
  void close();

  /** A tokenised request of one decoder; decoded once. Not thread-safe. */
  interface DecodingJob {

    /** Tokens the encoder reads, special ones included. */
    int sourceTokens();

    /** The most rows its search takes in a batch: its beam width. */
    int rows();
  }

  /**
   * Accompanies a batch, on the thread that decodes it. Jobs are named by their place in the batch.
   */
  interface BatchMonitor {

    /**
     * Called before each run of the model. May wait, or decode another batch on this thread, so
     * that urgent work goes first; what it throws ends the batch.
     */
    void beforeStep();

    /** Whether a job's output is still wanted; asked before each step. */
    boolean wants(int job);

    /** Takes an output as soon as it is known, once per job. */
    void finished(int job, Generation output);
  }
}
