package io.haidang.translation.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.translation.review.ReviewPolicy.Verdict;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ReviewPolicyTest {

  static Stream<Arguments> all() {
    return Stream.of(TargetAction.values())
        .flatMap(
            action -> Stream.of(TargetState.values()).map(state -> Arguments.of(action, state)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void judge_everyActionInEveryState_followsTheTable(TargetAction action, TargetState state) {
    boolean forPeople =
        switch (action) {
          case EDIT,
              REQUEST_CHANGES,
              REJECT,
              RESUBMIT,
              RETRY,
              APPROVE,
              PUBLISH,
              REMAKE,
              KEEP,
              WITHDRAW ->
              true;
          case CORRECT, TRANSLATE, FAIL, SUBMIT_FOR_REVIEW, SUPERSEDE -> false;
        };
    Verdict expected =
        !forPeople
            ? Verdict.NOT_PERMITTED
            : action.from(state).isPresent() ? Verdict.ALLOWED : Verdict.WRONG_STATE;
    assertThat(ReviewPolicy.judge(action, state, Set.of(Role.REVIEWER), false)).isEqualTo(expected);
    assertThat(ReviewPolicy.judge(action, state, Set.of(Role.ADMIN), false))
        .isEqualTo(Verdict.NOT_PERMITTED);
    assertThat(ReviewPolicy.judge(action, state, Set.of(Role.TERMINOLOGIST), false))
        .isEqualTo(
            action != TargetAction.CORRECT
                ? Verdict.NOT_PERMITTED
                : action.from(state).isPresent() ? Verdict.ALLOWED : Verdict.WRONG_STATE);
  }

  @ParameterizedTest
  @EnumSource(TargetAction.class)
  void judge_editor_mayNotSignOffOrSendBack(TargetAction action) {
    boolean may =
        Set.of(
                TargetAction.EDIT,
                TargetAction.RESUBMIT,
                TargetAction.RETRY,
                TargetAction.PUBLISH,
                TargetAction.REMAKE)
            .contains(action);
    assertThat(ReviewPolicy.rolesFor(action).contains(Role.EDITOR)).isEqualTo(may);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void judge_authorWithEveryRole_cannotApprove(Role other) {
    assertThat(
            ReviewPolicy.judge(
                TargetAction.APPROVE,
                TargetState.IN_REVIEW,
                EnumSet.of(Role.REVIEWER, other),
                true))
        .isEqualTo(Verdict.AUTHOR_CANNOT_APPROVE);
  }
}
