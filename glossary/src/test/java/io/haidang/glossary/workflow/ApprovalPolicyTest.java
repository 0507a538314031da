package io.haidang.glossary.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.workflow.ApprovalPolicy.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalPolicyTest {

  @Test
  void from_everyPair_isInTheTable() {
    List<String> steps = new ArrayList<>();
    for (ConceptState state : ConceptState.values()) {
      for (ConceptAction action : ConceptAction.values()) {
        action.from(state).ifPresent(next -> steps.add(state + " " + action + " " + next));
      }
    }

    assertThat(steps)
        .containsExactly(
            "PROPOSED EDIT PROPOSED",
            "PROPOSED APPROVE APPROVED",
            "PROPOSED REJECT RETIRED",
            "APPROVED EDIT PROPOSED",
            "APPROVED RETIRE RETIRED",
            "RETIRED EDIT PROPOSED",
            "RETIRED REOPEN PROPOSED");
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVE, PROPOSED, true, false, ALLOWED",
    "APPROVE, PROPOSED, true, true, PROPOSER_CANNOT_APPROVE",
    "APPROVE, PROPOSED, false, false, NOT_PERMITTED",
    "APPROVE, APPROVED, true, false, WRONG_STATE",
    "APPROVE, RETIRED, true, true, WRONG_STATE",
    "REJECT, PROPOSED, true, true, ALLOWED",
    "RETIRE, APPROVED, true, true, ALLOWED",
    "RETIRE, APPROVED, false, false, NOT_PERMITTED",
    "EDIT, APPROVED, true, false, ALLOWED",
  })
  void judge_actionOfAPerson_givesTheFirstReasonAgainst(
      ConceptAction action,
      ConceptState state,
      boolean isTerminologist,
      boolean isProposer,
      Verdict verdict) {
    assertThat(ApprovalPolicy.judge(action, state, isTerminologist, isProposer)).isEqualTo(verdict);
  }
}
