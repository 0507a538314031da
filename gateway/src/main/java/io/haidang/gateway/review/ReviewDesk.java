package io.haidang.gateway.review;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.summarization.Summary;
import io.haidang.translation.review.TargetState;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What people do with translations: read, edit, decide, take away.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class ReviewDesk {

  /** Targets in one of {@code states}, those with most open errors first, then the oldest. */
  public List<Target> queue(Set<TargetState> states, int limit) {
    throw new UnsupportedOperationException();
  }

  /**
   * One target.
   *
   * @throws io.haidang.gateway.GatewayException {@code not-found}
   */
  public Target target(UUID id) {
    throw new UnsupportedOperationException();
  }

  /** The translated segments of a target, in reading order; fewer than all while it is machine. */
  public List<SegmentView> segments(UUID target) {
    throw new UnsupportedOperationException();
  }

  /** Oldest first. */
  public List<Event> events(UUID target) {
    throw new UnsupportedOperationException();
  }

  /**
   * Replaces the text of a segment; the same text confirms it. Checks run again, and an approved
   * target returns to review.
   *
   * @param version of the segment that the person saw
   * @throws io.haidang.gateway.GatewayException {@code stale-version} with {@code currentVersion}
   *     and {@code currentText}, {@code wrong-state}, {@code not-permitted}, {@code not-found},
   *     {@code invalid-request} when an inline code is lost
   */
  public SegmentView edit(UUID target, int index, int version, String text, Account actor) {
    throw new UnsupportedOperationException();
  }

  /**
   * Moves a target on.
   *
   * @throws io.haidang.gateway.GatewayException {@code author-cannot-approve}, {@code
   *     findings-open}, {@code stale-version}, {@code wrong-state}, {@code not-permitted}, {@code
   *     not-found}
   */
  public Target decide(UUID target, Decision decision, Account actor) {
    throw new UnsupportedOperationException();
  }

  /** The lead summary of the source, and of the present translation from the same segments. */
  public Summaries summaries(UUID target) {
    throw new UnsupportedOperationException();
  }

  /**
   * The approved text in the source's format; marks the target as published.
   *
   * @throws io.haidang.gateway.GatewayException {@code wrong-state} unless approved or published
   */
  public ExportedFile export(UUID target, Account actor) {
    throw new UnsupportedOperationException();
  }

  /** A summary in both languages, sentence by sentence from the same segments. */
  public record Summaries(Summary source, Summary target) {}
}
