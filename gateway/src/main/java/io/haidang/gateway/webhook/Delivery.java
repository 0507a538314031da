package io.haidang.gateway.webhook;

import io.haidang.gateway.events.Milestone;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message for one receiver.
 *
 * @param id grows with time
 * @param event of the log; null for a test
 * @param milestone null for a test
 * @param tries so far, since it was last asked for
 * @param dueAt when it is tried next, while it waits
 * @param log every try, the oldest first
 */
public record Delivery(
    long id,
    @Nullable Long event,
    @Nullable UUID target,
    @Nullable Milestone milestone,
    State state,
    int tries,
    Instant dueAt,
    Instant createdAt,
    List<Try> log) {

  /** Where a message is: {@code WAITING} to {@code DELIVERED} or {@code DEAD}, and back again. */
  public enum State {
    /** To be sent, for the first time or again. */
    WAITING,
    /** The receiver has said that it has it. */
    DELIVERED,
    /** Given up; only somebody who asks has it sent again. */
    DEAD
  }

  /**
   * One try.
   *
   * @param status of the answer; null when there was none
   * @param millis from looking up the name to the answer
   */
  public record Try(
      int number, Instant at, @Nullable Integer status, long millis, Outcome outcome) {}

  Delivery with(List<Try> tried) {
    return new Delivery(id, event, target, milestone, state, tries, dueAt, createdAt, tried);
  }

  /** As receivers know the message, the same for each try. */
  public String messageId() {
    return messageId(event, id);
  }

  static String messageId(@Nullable Long event, long delivery) {
    return event == null ? "test_" + delivery : "event_" + event;
  }
}
