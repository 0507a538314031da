package io.haidang.translation.review;

import static io.haidang.translation.review.TargetState.APPROVED;
import static io.haidang.translation.review.TargetState.CHANGES_REQUESTED;
import static io.haidang.translation.review.TargetState.DRAFT;
import static io.haidang.translation.review.TargetState.FAILED;
import static io.haidang.translation.review.TargetState.IN_REVIEW;
import static io.haidang.translation.review.TargetState.MACHINE;
import static io.haidang.translation.review.TargetState.PUBLISHED;
import static io.haidang.translation.review.TargetState.REJECTED;
import static io.haidang.translation.review.TargetState.SUPERSEDED;

import java.util.Map;
import java.util.Optional;

/** What can happen to a translation, and the one table of where that leads. */
public enum TargetAction {
  /** A worker starts, or starts again after a crash. */
  TRANSLATE(Map.of(DRAFT, MACHINE, MACHINE, MACHINE)),
  /** A worker gives up. */
  FAIL(Map.of(DRAFT, FAILED, MACHINE, FAILED)),
  /** A person asks for another try. */
  RETRY(Map.of(FAILED, DRAFT)),
  /** All segments have a translation. */
  SUBMIT_FOR_REVIEW(Map.of(MACHINE, IN_REVIEW)),
  /** A person changes or confirms a segment; an approved text has to be read again. */
  EDIT(Map.of(IN_REVIEW, IN_REVIEW, CHANGES_REQUESTED, CHANGES_REQUESTED, APPROVED, IN_REVIEW)),
  /**
   * An official name is put right on behalf of its keeper; what was signed off or delivered has to
   * be read again.
   */
  CORRECT(
      Map.of(
          IN_REVIEW,
          IN_REVIEW,
          CHANGES_REQUESTED,
          CHANGES_REQUESTED,
          APPROVED,
          IN_REVIEW,
          PUBLISHED,
          IN_REVIEW)),
  /** A reviewer sends the text back. */
  REQUEST_CHANGES(Map.of(IN_REVIEW, CHANGES_REQUESTED)),
  /**
   * A reviewer turns the text down: it is not to be used. Its words stay as they are, for whoever
   * hands it in again after all.
   */
  REJECT(Map.of(IN_REVIEW, REJECTED, CHANGES_REQUESTED, REJECTED)),
  /** The editor hands the text in again. */
  RESUBMIT(Map.of(CHANGES_REQUESTED, IN_REVIEW, REJECTED, IN_REVIEW)),
  /** A reviewer signs off. */
  APPROVE(Map.of(IN_REVIEW, APPROVED)),
  /** The approved text is delivered. */
  PUBLISH(Map.of(APPROVED, PUBLISHED, PUBLISHED, PUBLISHED)),
  /** A person has a product made anew: its source is not what it was, or it was turned down. */
  REMAKE(
      Map.of(
          DRAFT, DRAFT,
          MACHINE, DRAFT,
          IN_REVIEW, DRAFT,
          CHANGES_REQUESTED, DRAFT,
          APPROVED, DRAFT,
          PUBLISHED, DRAFT,
          REJECTED, DRAFT)),
  /** A reviewer says that a product is right, though its source is not what it was. */
  KEEP(
      Map.of(
          IN_REVIEW, IN_REVIEW,
          CHANGES_REQUESTED, CHANGES_REQUESTED,
          APPROVED, APPROVED,
          PUBLISHED, PUBLISHED)),
  /** What was delivered is taken back; before it is delivered again it has to be read again. */
  WITHDRAW(Map.of(APPROVED, CHANGES_REQUESTED, PUBLISHED, CHANGES_REQUESTED)),
  /** A newer version takes its place. */
  SUPERSEDE(Map.of(PUBLISHED, SUPERSEDED));

  @SuppressWarnings("ImmutableEnumChecker") // Map.of is immutable; its type cannot say so.
  private final Map<TargetState, TargetState> transitions;

  TargetAction(Map<TargetState, TargetState> transitions) {
    this.transitions = transitions;
  }

  /** The state that follows; empty when this cannot happen in {@code state}. */
  public Optional<TargetState> from(TargetState state) {
    return Optional.ofNullable(transitions.get(state));
  }
}
