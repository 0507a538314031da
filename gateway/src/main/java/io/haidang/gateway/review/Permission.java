package io.haidang.gateway.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.translation.review.ReviewPolicy;
import io.haidang.translation.review.ReviewPolicy.Verdict;
import io.haidang.translation.review.TargetAction;
import java.util.Map;

/** The verdict of the review policy on what somebody wants to do with a text. */
public final class Permission {

  private Permission() {}

  /** What the policy says of it. */
  public static Verdict judge(TargetAction action, Target target, Account actor) {
    return ReviewPolicy.judge(action, target.state(), actor.roles(), target.isOf(actor.id()));
  }

  /** Whether {@code actor} may do it now. */
  public static boolean allows(TargetAction action, Target target, Account actor) {
    return judge(action, target, actor) == Verdict.ALLOWED;
  }

  /**
   * Lets {@code actor} do it, or says why not.
   *
   * @throws GatewayException {@code not-permitted}, {@code wrong-state}, {@code
   *     author-cannot-approve}
   */
  public static void require(TargetAction action, Target target, Account actor) {
    switch (judge(action, target, actor)) {
      case ALLOWED -> {}
      case WRONG_STATE ->
          throw new GatewayException(
              ErrorCode.WRONG_STATE,
              "state: "
                  + PublicName.of(target.state())
                  + " (expected: one that allows "
                  + PublicName.of(action)
                  + ")",
              Map.of("state", PublicName.of(target.state())));
      case NOT_PERMITTED ->
          throw new GatewayException(
              ErrorCode.NOT_PERMITTED,
              "role: missing (expected: one of " + ReviewPolicy.rolesFor(action) + ")");
      case AUTHOR_CANNOT_APPROVE ->
          throw new GatewayException(
              ErrorCode.AUTHOR_CANNOT_APPROVE, "approver: the author (expected: somebody else)");
    }
  }
}
