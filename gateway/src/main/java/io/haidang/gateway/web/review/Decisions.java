package io.haidang.gateway.web.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.translation.review.TargetAction;
import java.util.EnumSet;
import java.util.Set;

/** Approves, sends back, hands in again, tries again, and hands out the approved text. */
final class Decisions {

  private static final Set<TargetAction> OFFERED =
      EnumSet.of(
          TargetAction.APPROVE,
          TargetAction.REQUEST_CHANGES,
          TargetAction.REJECT,
          TargetAction.RESUBMIT,
          TargetAction.RETRY,
          TargetAction.KEEP);

  /** Failures that are told on the page, with the comment kept. */
  private static final Set<ErrorCode> TOLD =
      EnumSet.of(
          ErrorCode.INVALID_REQUEST,
          ErrorCode.STALE_VERSION,
          ErrorCode.WRONG_STATE,
          ErrorCode.PRODUCT_STALE,
          ErrorCode.FINDINGS_OPEN);

  private final ReviewDesk desk;
  private final Workbench workbench;

  Decisions(ReviewDesk desk, Workbench workbench) {
    this.desk = desk;
    this.workbench = workbench;
  }

  Reply decide(Visit visit) {
    WebRequest request = visit.request();
    Decision decision =
        new Decision(
            action(request.field("decision")), request.number("version"), request.field("comment"));
    try {
      Target target = desk.decide(request.target(), decision, visit.account());
      return Reply.redirect(
          TargetLink.href(target.id()) + "?notice=" + PublicName.of(decision.action()));
    } catch (GatewayException e) {
      if (!TOLD.contains(e.code())) {
        throw e;
      }
      return refused(visit, decision, e.code());
    }
  }

  private Reply refused(Visit visit, Decision decision, ErrorCode code) {
    String key = "decision." + code.id();
    TargetBar.Refused refused =
        new TargetBar.Refused(decision.action(), visit.texts().get(key), decision.comment());
    int status = code == ErrorCode.INVALID_REQUEST ? 422 : 409;
    return workbench.show(visit, new Workbench.Outcome(status, refused, -1, null));
  }

  Reply download(Visit visit) {
    return Reply.file(desk.export(visit.request().target(), visit.account()));
  }

  private static TargetAction action(String id) {
    return OFFERED.stream()
        .filter(action -> PublicName.of(action).equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.INVALID_REQUEST, "decision: unknown (expected: one of the form)"));
  }
}
