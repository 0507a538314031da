package io.haidang.models.serving;

import io.haidang.models.CallContext.Priority;
import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import io.haidang.models.internal.SequenceDecoder.DecodingJob;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Decides who waits, who goes next and with whom. Knows no threads: whoever has a free thread asks
 * for {@link #next}. Not thread-safe.
 */
final class BatchQueue {

  private final ModelId model;
  private final ServingLimits limits;
  private final int maxRows;
  private final LongSupplier nanos;
  private final Map<Priority, WaitingLine> lines = new EnumMap<>(Priority.class);
  private final Map<Priority, Integer> batchesInFlight = new EnumMap<>(Priority.class);
  private final ServiceTime serviceTime = new ServiceTime();
  private int textsInFlight;

  /**
   * An empty queue.
   *
   * @param maxRows the most rows the model takes in a batch
   * @param nanos a clock that only goes forward
   */
  BatchQueue(ModelId model, ServingLimits limits, int maxRows, LongSupplier nanos) {
    this.model = model;
    this.limits = limits;
    this.maxRows = maxRows;
    this.nanos = nanos;
    for (Priority priority : Priority.values()) {
      lines.put(priority, new WaitingLine());
      batchesInFlight.put(priority, 0);
    }
  }

  /**
   * Lines up the texts of a call.
   *
   * @throws ModelException.Overloaded when too many wait already
   */
  void offer(PendingCall call, List<? extends DecodingJob> jobs) {
    int waiting = line(call.priority()).size();
    int excess = waiting + jobs.size() - limits.waiting();
    if (waiting > 0 && excess > 0) {
      Duration retryAfter = serviceTime.until(excess, limits.slots());
      throw new ModelException.Overloaded(
          "model %s: %d texts waiting, %d in flight, %d more offered (expected: at most %d waiting; retry after %d s)"
              .formatted(
                  model,
                  waiting,
                  textsInFlight,
                  jobs.size(),
                  limits.waiting(),
                  retryAfter.toSeconds()),
          retryAfter);
    }
    line(call.priority()).add(call, jobs, nanos.getAsLong());
  }

  /** Forgets what a call has waiting. */
  void withdraw(PendingCall call) {
    line(call.priority()).remove(call);
  }

  /** The batch to decode now, which counts as in flight from here on; empty when none is due. */
  Optional<Batch> next() {
    for (Priority priority : Priority.values()) {
      if (hasSlot(priority)) {
        Optional<Batch> batch = due(priority);
        if (batch.isPresent()) {
          line(priority).take(batch.get().texts());
          batchesInFlight.merge(priority, 1, Integer::sum);
          textsInFlight += batch.get().texts().size();
          return batch;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Batch> due(Priority priority) {
    return line(priority)
        .head()
        .map(head -> new Batch(priority, line(priority).fitting(head, rows(priority))))
        .filter(batch -> idle() || isFull(batch) || lingerLeft(batch.texts().get(0)) <= 0);
  }

  private int rows(Priority priority) {
    int rows = priority == Priority.BULK ? limits.bulkRows() : limits.interactiveRows();
    return Math.min(rows, maxRows);
  }

  private boolean isFull(Batch batch) {
    int used = batch.jobs().stream().mapToInt(DecodingJob::rows).sum();
    return used + batch.jobs().get(0).rows() > rows(batch.priority());
  }

  private long lingerLeft(QueuedText text) {
    return limits.linger().toNanos() - (nanos.getAsLong() - text.arrivedNanos());
  }

  /** How long until {@link #next} may give something without anybody's doing; empty for ever. */
  Optional<Duration> untilDue() {
    return lines.entrySet().stream()
        .filter(entry -> hasSlot(entry.getKey()))
        .flatMap(entry -> entry.getValue().head().stream())
        .map(head -> Duration.ofNanos(Math.max(0, lingerLeft(head))))
        .min(Duration::compareTo);
  }

  /**
   * Frees the slot of a batch.
   *
   * @param tookNanos time it took to decode
   */
  void finished(Batch batch, long tookNanos) {
    batchesInFlight.merge(batch.priority(), -1, Integer::sum);
    textsInFlight -= batch.texts().size();
    serviceTime.add(tookNanos, batch.texts().size());
  }

  /** Texts of either priority that have not begun. */
  int waiting() {
    return lines.values().stream().mapToInt(WaitingLine::size).sum();
  }

  /** Texts being decoded. */
  int inFlight() {
    return textsInFlight;
  }

  /** Bulk batches that may compute while the interactive ones do. */
  int bulkAllowance() {
    return Math.max(0, limits.slots() - count(Priority.INTERACTIVE));
  }

  private boolean idle() {
    return textsInFlight == 0;
  }

  /** Interactive calls may take all slots but one, so that documents never stop altogether. */
  private boolean hasSlot(Priority priority) {
    int most = priority == Priority.BULK ? limits.slots() : Math.max(1, limits.threads() - 1);
    int all = count(Priority.INTERACTIVE) + count(Priority.BULK);
    return all < limits.threads() && count(priority) < most;
  }

  private int count(Priority priority) {
    return batchesInFlight.getOrDefault(priority, 0);
  }

  private WaitingLine line(Priority priority) {
    return lines.computeIfAbsent(priority, absent -> new WaitingLine());
  }
}
