package io.haidang.models.serving;

import io.haidang.models.internal.SequenceDecoder.DecodingJob;

/**
 * A text of a call, ready to be decoded.
 *
 * @param place of the text in its call
 * @param arrivedNanos when it came, on the queue's clock
 * @param turn when it would be its turn if all calls shared the model evenly; smaller is earlier
 * @param number tells texts with the same turn apart
 */
record QueuedText(
    PendingCall call, int place, DecodingJob job, long arrivedNanos, long turn, long number) {

  /** Texts of one bucket differ so little in length that padding costs less than company saves. */
  int bucket() {
    int bucket = 0;
    for (double limit = 12; limit < job.sourceTokens(); limit *= 1.5) {
      bucket++;
    }
    return bucket;
  }
}
