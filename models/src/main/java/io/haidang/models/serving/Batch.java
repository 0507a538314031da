package io.haidang.models.serving;

import io.haidang.models.CallContext.Priority;
import io.haidang.models.internal.SequenceDecoder.DecodingJob;
import java.util.List;

/** Texts that are decoded side by side; at least one. */
record Batch(Priority priority, List<QueuedText> texts) {

  Batch {
    texts = List.copyOf(texts);
  }

  List<DecodingJob> jobs() {
    return texts.stream().map(QueuedText::job).toList();
  }
}
