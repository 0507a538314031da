package io.haidang.gateway.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.models.CallContext;
import io.haidang.models.Deadline;
import io.haidang.models.ModelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What a model cannot do now is told with the time after which it may. */
class ModelProblemTest {

  @Test
  @Provokes(ErrorCode.OVERLOADED)
  void of_overloadedModel_saysWhenToTryAgain() {
    Problem problem =
        problem(
            () -> {
              throw new ModelException.Overloaded("model m: 9 waiting", Duration.ofSeconds(12));
            });

    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.retryAfter()).contains("12");
    assertThat(problem.toJson("id").getInteger("retryAfter")).isEqualTo(12);
    assertThat(problem.detail()).contains("9 waiting");
  }

  @Test
  @Provokes(ErrorCode.DEADLINE_EXCEEDED)
  void of_passedDeadline_saysWhenToTryAgain() {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    Problem problem = problem(CallContext.interactive(Deadline.after(Duration.ZERO, clock))::check);

    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.retryAfter()).contains("1");
  }

  private static Problem problem(Runnable failing) {
    try {
      failing.run();
    } catch (ModelException e) {
      Problem problem = ProblemMapper.of(e, -1);
      Provoked.note(problem.code());
      return problem;
    }
    throw new AssertionError("nothing went wrong (expected: a model that cannot)");
  }
}
