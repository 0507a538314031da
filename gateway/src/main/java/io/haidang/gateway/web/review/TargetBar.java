package io.haidang.gateway.web.review;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.terms.CandidatesPage;
import io.haidang.translation.review.SegmentState;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The head of every page about one translation.
 *
 * @param tab which of its pages is open
 * @param reviewed segments that a person has read
 * @param actions steps that the state offers
 * @param refused a decision that was not taken, or null
 */
record TargetBar(
    Target target,
    String tab,
    int reviewed,
    List<ActionChoice> actions,
    @Nullable Refused refused) {

  private static final Set<SegmentState> READ =
      EnumSet.of(SegmentState.EDITED, SegmentState.CONFIRMED, SegmentState.LOCKED);

  /**
   * A decision that was refused.
   *
   * @param message why, in words
   * @param comment as it was typed
   */
  record Refused(TargetAction action, String message, String comment) {}

  static TargetBar of(
      Target target,
      String tab,
      List<SegmentView> segments,
      @Nullable Refused refused,
      Account account,
      Texts texts) {
    int reviewed =
        (int) segments.stream().filter(segment -> READ.contains(segment.state())).count();
    return new TargetBar(target, tab, reviewed, ActionChoice.of(target, account, texts), refused);
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

  boolean isWorking() {
    return target.state() == TargetState.DRAFT || target.state() == TargetState.MACHINE;
  }

  /** What was typed with a refused decision of this kind; empty otherwise. */
  String comment(TargetAction action) {
    return isRefused(action) && refused != null ? refused.comment() : "";
  }

  boolean isRefused(TargetAction action) {
    return refused != null && refused.action() == action;
  }
}
