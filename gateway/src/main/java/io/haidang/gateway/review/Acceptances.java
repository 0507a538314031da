package io.haidang.gateway.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.priority.Priority;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.FindingIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Findings that a person accepts, with the reason in the log; in the transaction of the caller. */
final class Acceptances {

  private final EventLog events;

  Acceptances(EventLog events) {
    this.events = events;
  }

  /** Accepts a finding for {@code reason}; a blank one takes the acceptance back. */
  SegmentRow set(
      Handle handle, Target target, int index, String finding, String reason, Account actor) {
    SegmentRow seen = SegmentTable.require(handle, target.id(), index);
    List<Finding> findings = new ArrayList<>(seen.findings());
    int place = FindingIdentity.of(findings, seen.source(), seen.target()).indexOf(finding);
    if (place < 0) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "finding: unknown (expected: one of the segment as it is now)");
    }
    Finding found = findings.get(place);
    if (FormFindings.isEmpty(found)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "finding: a form without text (expected: text, or a rejection)");
    }
    findings.set(place, found.withAcceptance(reason.isBlank() ? null : reason));
    SegmentTable.setFindings(handle, target.id(), index, findings);
    Priority.refresh(handle, target.id());
    events.append(
        handle,
        target.id(),
        reason.isBlank() ? "finding-reopened" : "finding-accepted",
        actor.displayName(),
        reason.isBlank()
            ? Map.of("index", index, "check", found.check())
            : Map.of("index", index, "check", found.check(), "reason", reason));
    return SegmentTable.require(handle, target.id(), index);
  }
}
