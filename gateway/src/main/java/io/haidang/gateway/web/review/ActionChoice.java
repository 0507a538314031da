package io.haidang.gateway.web.review;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.Permission;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.translation.review.ReviewPolicy.Verdict;
import io.haidang.translation.review.TargetAction;
import java.util.List;

/**
 * A step that the state of a translation offers.
 *
 * @param id in forms
 * @param reason why this account may not take it, in words; empty when it may
 */
record ActionChoice(TargetAction action, String id, String reason) {

  private static final List<TargetAction> SHOWN =
      List.of(
          TargetAction.APPROVE,
          TargetAction.KEEP,
          TargetAction.REQUEST_CHANGES,
          TargetAction.REJECT,
          TargetAction.RESUBMIT,
          TargetAction.RETRY,
          TargetAction.PUBLISH);

  /** The steps that exist in the present state, allowed or not. */
  static List<ActionChoice> of(Target target, Account account, Texts texts) {
    return SHOWN.stream()
        .filter(action -> action.from(target.state()).isPresent())
        .filter(action -> action != TargetAction.KEEP || target.isStale())
        .map(
            action ->
                new ActionChoice(
                    action,
                    PublicName.of(action),
                    reason(Permission.judge(action, target, account), texts)))
        .toList();
  }

  private static String reason(Verdict verdict, Texts texts) {
    return verdict == Verdict.ALLOWED ? "" : texts.get("verdict." + PublicName.of(verdict));
  }

  boolean isAllowed() {
    return reason.isEmpty();
  }
}
