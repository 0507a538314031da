package io.haidang.gateway.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Target;
import io.haidang.translation.review.TargetAction;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What a decision has to say, and what stands in the way of a sign-off: an error that nobody has
 * mended or accepted at its segment, a product without any text, a story that says something else
 * by now. Warnings and requests that are open take one reason, for all of them.
 */
final class ApprovalRules {

  private ApprovalRules() {}

  /** Lets a decision pass, or says what is missing. */
  static void require(Handle handle, Target target, Decision decision) {
    if (!decision.marks().isEmpty() && decision.action() != TargetAction.REQUEST_CHANGES) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "segments: some (expected: none unless it is sent back)");
    }
    boolean withoutComment = decision.comment().isBlank();
    switch (decision.action()) {
      case APPROVE -> requireReady(handle, target, withoutComment);
      case KEEP ->
          require(
              !withoutComment && target.isStale(),
              "(blank), or product up to date (expected: why a stale product is right)");
      case REJECT -> require(!withoutComment, "(blank) (expected: why the text is not to be used)");
      case REQUEST_CHANGES ->
          require(
              !withoutComment || isMarked(handle, target, decision),
              "(blank), and no segment marked (expected: what has to change)");
      default -> {}
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new GatewayException(ErrorCode.INVALID_REQUEST, "comment: " + message);
    }
  }

  private static boolean isMarked(Handle handle, Target target, Decision decision) {
    return !decision.marks().isEmpty()
        || ChangeRequestTable.of(handle, target.id()).stream().anyMatch(ChangeRequest::isOpen);
  }

  private static void requireReady(Handle handle, Target target, boolean withoutComment) {
    Deliveries.requireUpToDate(target);
    List<ChangeRequest> requests =
        ChangeRequestTable.of(handle, target.id()).stream().filter(ChangeRequest::isOpen).toList();
    if (target.openErrors() > 0) {
      throw open(
          target,
          requests.size(),
          target.openErrors() + " segments with errors (expected: none, or each accepted there)");
    }
    if (SegmentTable.isBlank(handle, target.id())) {
      throw open(target, requests.size(), "no text at all (expected: some, or a rejection)");
    }
    if (withoutComment && target.openWarnings() + requests.size() > 0) {
      throw open(
          target,
          requests.size(),
          target.openWarnings()
              + " segments with warnings, "
              + requests.size()
              + " to be changed (expected: none, or a comment that says why)");
    }
  }

  private static GatewayException open(Target target, int requests, String message) {
    return new GatewayException(
        ErrorCode.FINDINGS_OPEN,
        "findings: " + message,
        Map.of(
            "openErrors", target.openErrors(),
            "openWarnings", target.openWarnings(),
            "openRequests", requests));
  }
}
