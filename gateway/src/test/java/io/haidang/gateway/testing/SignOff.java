package io.haidang.gateway.testing;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.SegmentView;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.FindingIdentity;
import io.haidang.translation.check.Severity;
import io.haidang.translation.review.TargetAction;
import java.util.List;
import java.util.UUID;

/** Approves texts as a reviewer does who has read them and finds them right as they are. */
public final class SignOff {

  private SignOff() {}

  /** Accepts what stands in the way at its segment, and approves with a comment. */
  public static Target approve(ReviewDesk desk, UUID id, Account reviewer) {
    acceptErrors(desk, id, reviewer);
    Decision decision = new Decision(TargetAction.APPROVE, desk.target(id).version(), "Read.");
    return desk.decide(id, decision, reviewer);
  }

  /** Accepts each error at its segment. */
  public static void acceptErrors(ReviewDesk desk, UUID id, Account reviewer) {
    for (SegmentView segment : desk.segments(id)) {
      List<String> ids = FindingIdentity.of(segment.findings(), segment.source(), segment.target());
      for (int i = 0; i < ids.size(); i++) {
        Finding finding = segment.findings().get(i);
        if (finding.severity() == Severity.ERROR && finding.stands()) {
          desk.acceptFinding(id, segment.index(), ids.get(i), "Read.", reviewer);
        }
      }
    }
  }
}
