package io.haidang.gateway.queue;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.priority.Risk;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text in the queue, and why it is where it is.
 *
 * @param since when it came into its state
 * @param readBy when it should be read; the earliest comes first
 * @param deadline null for none
 * @param assignee for whom it is, or null
 * @param claim who has it in hand now, or null
 */
public record QueueItem(
    Target target,
    Risk risk,
    Instant since,
    Instant readBy,
    @Nullable Instant deadline,
    @Nullable Person assignee,
    @Nullable Claim claim) {

  /** Whether the deadline has passed and the text is not signed off. */
  public boolean isOverdue(Instant now) {
    return deadline != null && deadline.isBefore(now) && !target.state().isSignedOff();
  }
}
