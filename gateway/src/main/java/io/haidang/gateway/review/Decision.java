package io.haidang.gateway.review;

import io.haidang.translation.review.TargetAction;
import java.util.List;

/**
 * What a person decides about a whole translation.
 *
 * @param action one of {@code APPROVE}, {@code REQUEST_CHANGES}, {@code REJECT}, {@code RESUBMIT},
 *     {@code RETRY}, {@code KEEP}
 * @param version of the target that the person saw
 * @param comment for the record; required to turn down, to keep, to send back when no segment is
 *     marked, and to approve when warnings or requests are open
 * @param marks segments that are to be changed, beside those marked already; only with {@code
 *     REQUEST_CHANGES}
 */
public record Decision(TargetAction action, int version, String comment, List<Mark> marks) {

  public Decision {
    marks = List.copyOf(marks);
  }

  /** One that marks no segment. */
  public Decision(TargetAction action, int version, String comment) {
    this(action, version, comment, List.of());
  }

  /**
   * A segment that is to be changed.
   *
   * @param reason what is wrong with it
   */
  public record Mark(int segment, String reason) {}
}
