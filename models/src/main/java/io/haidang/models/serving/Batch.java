package io.haidang.models.serving;

import io.haidang.models.CallContext.Priority;
import io.haidang.models.ModelId;
import io.haidang.models.internal.SequenceDecoder.DecodingJob;
import io.haidang.models.serving.BatchListener.Decoded;
import java.util.List;

/** Texts that are decoded side by side; at least one. */
record Batch(Priority priority, List<QueuedText> texts) {

  Batch {
    texts = List.copyOf(texts);
  }

  /** What listeners are told of it. */
  Decoded decoded(ModelId model, long startNanos, long tookNanos) {
    return new Decoded(
        model,
        priority,
        texts.size(),
        jobs().stream().mapToInt(DecodingJob::rows).sum(),
        texts.stream().mapToLong(text -> startNanos - text.arrivedNanos()).max().orElse(0),
        tookNanos);
  }

  List<DecodingJob> jobs() {
    return texts.stream().map(QueuedText::job).toList();
  }
}
