package io.haidang.gateway.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A translation as it was at a step of its way.
 *
 * @param id stable for a text until it is made anew; letters, digits and hyphens
 * @param actor who took the step; empty for the machine and for the present text
 * @param at when; null for the machine and for the present text
 * @param texts of all segments, in their order
 */
public record Version(
    String id, Step step, String actor, @Nullable Instant at, List<String> texts) {

  /** What can be compared. */
  public enum Step {
    /** What the machine wrote, before anybody changed anything. */
    MACHINE,
    /** Handed in again after it was sent back or turned down. */
    HANDED_IN,
    SENT_BACK,
    TURNED_DOWN,
    APPROVED,
    /** As it is now. */
    PRESENT
  }

  public Version {
    texts = List.copyOf(texts);
  }
}
