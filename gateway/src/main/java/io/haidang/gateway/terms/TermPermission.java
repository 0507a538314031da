package io.haidang.gateway.terms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.glossary.workflow.ApprovalPolicy;
import io.haidang.glossary.workflow.ConceptAction;
import io.haidang.glossary.workflow.ConceptState;
import io.haidang.translation.review.Role;
import java.util.Map;

/** The verdict of the approval policy, told as an error. */
final class TermPermission {

  private TermPermission() {}

  /**
   * Lets {@code actor} do it, or says why not.
   *
   * @throws GatewayException {@code not-permitted}, {@code wrong-state}, {@code
   *     proposer-cannot-approve}
   */
  static void require(ConceptAction action, ConceptState state, Account actor, boolean isProposer) {
    switch (ApprovalPolicy.judge(action, state, actor.has(Role.TERMINOLOGIST), isProposer)) {
      case ALLOWED -> {}
      case NOT_PERMITTED -> throw Account.missing(Role.TERMINOLOGIST);
      case WRONG_STATE ->
          throw new GatewayException(
              ErrorCode.WRONG_STATE,
              "state: "
                  + PublicName.of(state)
                  + " (expected: one that allows "
                  + PublicName.of(action)
                  + ")",
              Map.of("state", PublicName.of(state)));
      case PROPOSER_CANNOT_APPROVE ->
          throw new GatewayException(
              ErrorCode.PROPOSER_CANNOT_APPROVE,
              "approver: the proposer (expected: another terminologist)");
    }
  }
}
