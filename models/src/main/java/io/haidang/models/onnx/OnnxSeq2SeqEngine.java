package io.haidang.models.onnx;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.internal.SequenceDecoder;
import io.haidang.models.internal.SequenceDecoder.BatchMonitor;
import io.haidang.models.internal.SequenceDecoder.DecodingJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Serves each call by itself: sorts its texts by length and decodes them in batches. */
final class OnnxSeq2SeqEngine implements TextGenerator {

  private static final int BATCH_TEXTS = 16;
  private static final long ASK_MILLIS = 20;

  private final SequenceDecoder decoder;
  private final int concurrency;
  private final Semaphore slots;
  private boolean closed;

  /** A job with its place among the requests of the call. */
  private record Placed(int index, DecodingJob job) {}

  /** Fills in the outputs of one batch while the call is wanted. */
  private record Filling(CallContext call, List<Placed> batch, Map<Integer, Generation> outputs)
      implements BatchMonitor {

    @Override
    public void beforeStep() {
      call.check();
    }

    @Override
    public boolean wants(int job) {
      return true;
    }

    @Override
    public void finished(int job, Generation output) {
      outputs.put(batch.get(job).index, output);
    }
  }

  OnnxSeq2SeqEngine(SequenceDecoder decoder, int concurrency) {
    this.decoder = decoder;
    this.concurrency = concurrency;
    this.slots = new Semaphore(concurrency, true);
  }

  @Override
  public ModelDescriptor descriptor() {
    return decoder.descriptor();
  }

  @Override
  public List<Generation> generate(
      List<GenerationRequest> requests, GenerationOptions options, CallContext call) {
    acquireSlot(call);
    try {
      List<Placed> jobs = new ArrayList<>();
      for (GenerationRequest request : requests) {
        jobs.add(new Placed(jobs.size(), decoder.prepare(request, options)));
      }
      jobs.sort(Comparator.comparingInt(placed -> placed.job.sourceTokens()));
      Map<Integer, Generation> outputs = new TreeMap<>();
      for (List<Placed> batch : batches(jobs)) {
        decoder.decode(batch.stream().map(Placed::job).toList(), new Filling(call, batch, outputs));
      }
      return List.copyOf(outputs.values());
    } finally {
      slots.release();
    }
  }

  private void acquireSlot(CallContext call) {
    try {
      while (!slots.tryAcquire(ASK_MILLIS, TimeUnit.MILLISECONDS)) {
        call.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException.Cancelled();
    }
    if (closed) {
      slots.release();
      throw new IllegalStateException("model: closed (expected: open)");
    }
  }

  /** Batches of texts of about one length. */
  private List<List<Placed>> batches(List<Placed> jobs) {
    List<List<Placed>> batches = new ArrayList<>();
    List<Placed> batch = new ArrayList<>();
    int rows = 0;
    for (Placed placed : jobs) {
      boolean full = batch.size() == BATCH_TEXTS || rows + placed.job.rows() > decoder.maxRows();
      if (!batch.isEmpty() && full) {
        batches.add(batch);
        batch = new ArrayList<>();
        rows = 0;
      }
      batch.add(placed);
      rows += placed.job.rows();
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  /** Waits for the calls under way. */
  @Override
  public void close() {
    slots.acquireUninterruptibly(concurrency);
    try {
      if (!closed) {
        closed = true;
        decoder.close();
      }
    } finally {
      slots.release(concurrency);
    }
  }
}
