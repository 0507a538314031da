package io.haidang.models.serving;

import io.haidang.models.internal.SequenceDecoder.DecodingJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The waiting texts of one priority, in the order of start-time fair queueing (Goyal, Vin and
 * Cheng, 1996): calls share the model by tokens, so that a short one need not wait for a long one
 * to end. Not thread-safe.
 */
final class WaitingLine {

  private final TreeSet<QueuedText> texts =
      new TreeSet<>(
          Comparator.comparingLong(QueuedText::turn).thenComparingLong(QueuedText::number));
  private long now;
  private long number;

  int size() {
    return texts.size();
  }

  /** A new call begins where the line stands now, whatever others still have to come. */
  void add(PendingCall call, List<? extends DecodingJob> jobs, long nanos) {
    long turn = now;
    for (int place = 0; place < jobs.size(); place++) {
      DecodingJob job = jobs.get(place);
      texts.add(new QueuedText(call, place, job, nanos, turn, number++));
      turn += (long) job.sourceTokens() * job.rows();
    }
  }

  void remove(PendingCall call) {
    texts.removeIf(text -> text.call() == call);
  }

  /** The next text that is still wanted; forgets those before it that are not. */
  Optional<QueuedText> head() {
    while (!texts.isEmpty()) {
      QueuedText first = texts.first();
      if (first.call().wanted()) {
        return Optional.of(first);
      }
      texts.pollFirst();
    }
    return Optional.empty();
  }

  /**
   * The head, wanted or not any more, and the next texts of about its length, as many as fit; they
   * stay in the line.
   */
  List<QueuedText> fitting(QueuedText head, int rows) {
    List<QueuedText> chosen = new ArrayList<>();
    int used = 0;
    Iterator<QueuedText> candidates = texts.iterator();
    while (candidates.hasNext() && used < rows) {
      QueuedText text = candidates.next();
      boolean fits = chosen.isEmpty() || used + text.job().rows() <= rows;
      boolean wanted = text.equals(head) || text.call().wanted();
      if (fits && text.bucket() == head.bucket() && wanted) {
        chosen.add(text);
        used += text.job().rows();
      }
    }
    return chosen;
  }

  /**
   * Takes texts out. Time goes on as it would for a call that shares the model evenly with those
   * that wait: if it stood still while there are ever new calls, what an earlier one has left would
   * never be its turn.
   */
  void take(List<QueuedText> chosen) {
    long served = chosen.stream().mapToLong(WaitingLine::cost).sum();
    long calls = texts.stream().map(QueuedText::call).distinct().count();
    now = Math.max(now, chosen.get(0).turn()) + served / (calls + 1);
    chosen.forEach(texts::remove);
  }

  private static long cost(QueuedText text) {
    return (long) text.job().sourceTokens() * text.job().rows();
  }
}
