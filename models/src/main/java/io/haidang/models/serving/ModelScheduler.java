package io.haidang.models.serving;

import io.haidang.models.CallContext;
import io.haidang.models.CallContext.Priority;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.internal.SequenceDecoder;
import io.haidang.models.internal.SequenceDecoder.DecodingJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A model whose concurrent calls share batches: interactive calls go first, and bulk batches stand
 * still between two steps while they are being served.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> {@link #generate} waits for
 * its outputs. <b>Owns:</b> its threads and the model, until {@link #close}, which waits for the
 * calls under way.
 */
public final class ModelScheduler implements TextGenerator {

  private static final long ASK_MILLIS = 10;

  private final SequenceDecoder decoder;
  private final ServingLimits limits;
  private final BatchListener listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final BatchQueue queue;
  private final StepGate gate = new StepGate();
  private final List<Thread> workers = new ArrayList<>();
  private int calls;
  private boolean closing;
  private boolean stopped;

  private ModelScheduler(SequenceDecoder decoder, ServingLimits limits, BatchListener listener) {
    this.decoder = decoder;
    this.limits = limits;
    this.listener = listener;
    this.queue =
        new BatchQueue(decoder.descriptor().id(), limits, decoder.maxRows(), System::nanoTime);
  }

  /** Starts the threads; the scheduler closes the decoder. */
  public static ModelScheduler start(SequenceDecoder decoder, ServingLimits limits) {
    return start(decoder, limits, BatchListener.NONE);
  }

  /** The same, with somebody who is told of every batch. */
  public static ModelScheduler start(
      SequenceDecoder decoder, ServingLimits limits, BatchListener listener) {
    ModelScheduler scheduler = new ModelScheduler(decoder, limits, listener);
    for (int i = 1; i <= limits.threads(); i++) {
      Thread worker = new Thread(scheduler::work, "model-" + decoder.descriptor().id() + "-" + i);
      worker.setDaemon(true);
      scheduler.workers.add(worker);
      worker.start();
    }
    return scheduler;
  }

  @Override
  public ModelDescriptor descriptor() {
    return decoder.descriptor();
  }

  /** How busy the model is at this moment. */
  public Load load() {
    lock.lock();
    try {
      return new Load(queue.waiting(), queue.inFlight());
    } finally {
      lock.unlock();
    }
  }

  /**
   * How busy a model is.
   *
   * @param waiting texts that have not begun
   * @param inFlight texts being decoded
   */
  public record Load(int waiting, int inFlight) {}

  @Override
  public List<Generation> generate(
      List<GenerationRequest> requests, GenerationOptions options, CallContext call) {
    enter();
    try {
      call.check();
      List<DecodingJob> jobs = new ArrayList<>();
      for (GenerationRequest request : requests) {
        jobs.add(decoder.prepare(request, options));
      }
      return jobs.isEmpty() ? List.of() : serve(jobs, call);
    } finally {
      leave();
    }
  }

  private void enter() {
    lock.lock();
    try {
      if (closing) {
        throw new IllegalStateException("model: closed (expected: open)");
      }
      calls++;
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    lock.lock();
    try {
      calls--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private List<Generation> serve(List<DecodingJob> jobs, CallContext call) {
    PendingCall pending = new PendingCall(call, jobs.size());
    lock.lock();
    try {
      queue.offer(pending, jobs);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      while (!pending.awaitMillis(ASK_MILLIS)) {
        call.check();
      }
      return pending.outcome();
    } catch (RuntimeException e) {
      pending.fail(e);
      throw e;
    } finally {
      withdraw(pending);
    }
  }

  private void withdraw(PendingCall pending) {
    lock.lock();
    try {
      queue.withdraw(pending);
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    for (Optional<Batch> batch = take(); batch.isPresent(); batch = take()) {
      decode(batch.get());
    }
  }

  /** Waits for a batch that is due; empty when the scheduler has stopped. */
  private Optional<Batch> take() {
    lock.lock();
    try {
      while (!stopped) {
        Optional<Batch> batch = queue.next();
        if (batch.isPresent()) {
          enterGate(batch.get());
          return batch;
        }
        changed.awaitNanos(queue.untilDue().map(Duration::toNanos).orElse(Long.MAX_VALUE));
      }
    } catch (InterruptedException e) {
      stopped = true; // Nobody else has a hold of these threads.
    } finally {
      lock.unlock();
    }
    return Optional.empty();
  }

  private void enterGate(Batch batch) {
    if (batch.priority() == Priority.BULK) {
      gate.enter();
    }
  }

  private void decode(Batch batch) {
    boolean bulk = batch.priority() == Priority.BULK;
    BatchRun run = new BatchRun(batch, bulk ? this::giveWay : () -> {});
    long start = System.nanoTime();
    try {
      decoder.decode(batch.jobs(), run);
      run.failUnfinished();
    } catch (RuntimeException e) {
      run.fail(e);
    } catch (Error e) {
      run.fail(new ModelException.Failed("model: " + decoder.descriptor().id() + ": broke", e));
      throw e;
    } finally {
      long took = System.nanoTime() - start;
      release(batch, took);
      listener.decoded(batch.decoded(decoder.descriptor().id(), start, took));
    }
  }

  private void release(Batch batch, long tookNanos) {
    lock.lock();
    try {
      queue.finished(batch, tookNanos);
      if (batch.priority() == Priority.BULK) {
        gate.leave();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Stands still while interactive batches need the processors, but not for long. */
  private void giveWay() {
    lock.lock();
    try {
      if (!gate.isCrowded(queue.bulkAllowance())) {
        return;
      }
      gate.leave();
      changed.signalAll();
      pause();
      gate.enter();
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    try {
      long left = limits.longestPause().toNanos();
      while (left > 0 && !gate.hasRoom(queue.bulkAllowance())) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The next wait ends the thread.
    }
  }

  /** Waits for the calls under way. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (closing) {
        return;
      }
      closing = true;
      while (calls > 0) {
        changed.awaitUninterruptibly();
      }
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    workers.forEach(ModelScheduler::join);
    decoder.close();
  }

  private static void join(Thread worker) {
    boolean interrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
