package io.haidang.gateway.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer wants changed in a segment.
 *
 * @param segment its index, from 0
 * @param reason what is wrong, in the reviewer's words
 * @param person display name of the reviewer
 * @param answered when somebody edited or confirmed the segment since; null while nobody has
 */
public record ChangeRequest(
    int segment, String reason, String person, Instant at, @Nullable Instant answered) {

  /** Whether it still waits for somebody. */
  public boolean isOpen() {
    return answered == null;
  }
}
