package io.haidang.gateway.web.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.ChangeRequest;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.Timelines;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.terms.CandidatesPage;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of every page about one translation.
 *
 * @param tab which of its pages is open
 * @param reviewed segments that a person has read
 * @param actions steps that the state offers
 * @param openRequests segments that are still to be changed
 * @param refused a decision that was not taken, or null
 */
record TargetBar(
    Target target,
    String tab,
    int reviewed,
    List<ActionChoice> actions,
    long openRequests,
    @Nullable Refused refused) {

  /**
   * A decision that was refused.
   *
   * @param message why, in words
   * @param comment as it was typed
   */
  record Refused(TargetAction action, String message, String comment) {}

  static TargetBar of(
      Target target, String tab, ReviewDesk desk, @Nullable Refused refused, Visit visit) {
    List<ActionChoice> actions = ActionChoice.of(target, visit.account(), visit.texts());
    long open = desk.changeRequests(target.id()).stream().filter(ChangeRequest::isOpen).count();
    return new TargetBar(target, tab, desk.reviewed(target.id()), actions, open, refused);
  }

  String href() {
    return TargetLink.href(target.id());
  }

  /** What the text names and the glossary does not have. */
  String candidatesHref() {
    return CandidatesPage.href(target.id());
  }

  /** The address of the source text's form for a decision. */
  String decisionHref() {
    return href() + "/decision";
  }

  /** Whether its words are shown or said at times. */
  boolean hasTimes() {
    return Timelines.hasTimes(target);
  }

  boolean isWorking() {
    return target.state() == TargetState.DRAFT || target.state() == TargetState.MACHINE;
  }

  /** Whether a decision of this kind has to say why. */
  boolean needsReason(TargetAction action) {
    return switch (action) {
      case APPROVE -> target.openWarnings() > 0 || openRequests > 0;
      case REQUEST_CHANGES -> openRequests == 0;
      case REJECT, KEEP -> true;
      default -> false;
    };
  }

  /** What was typed with a refused decision of this kind; empty otherwise. */
  String comment(TargetAction action) {
    return isRefused(action) && refused != null ? refused.comment() : "";
  }

  boolean isRefused(TargetAction action) {
    return refused != null && refused.action() == action;
  }
}
