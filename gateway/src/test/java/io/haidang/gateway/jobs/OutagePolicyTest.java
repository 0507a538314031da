package io.haidang.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutagePolicyTest {

  private final OutagePolicy policy = new OutagePolicy(Duration.ofSeconds(2));

  @Test
  void pause_firstFailure_isTheShortest() {
    assertThat(policy.pause(Duration.ZERO, Duration.ZERO)).contains(Duration.ofSeconds(2));
  }

  @Test
  void pause_growsWithTheWaitingUpToTenMinutes() {
    assertThat(policy.pause(Duration.ofSeconds(60), Duration.ZERO))
        .contains(Duration.ofSeconds(30));
    assertThat(policy.pause(Duration.ofHours(3), Duration.ZERO)).contains(Duration.ofMinutes(10));
  }

  @Test
  void pause_askedForMore_isWhatWasAskedFor() {
    assertThat(policy.pause(Duration.ZERO, Duration.ofSeconds(45)))
        .contains(Duration.ofSeconds(45));
    assertThat(policy.pause(Duration.ofHours(3), Duration.ofHours(1)))
        .contains(Duration.ofHours(1));
    assertThat(policy.pause(Duration.ofSeconds(60), Duration.ofSeconds(1)))
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void pause_afterADay_isOver() {
    Duration almost = Duration.ofDays(1).minusMillis(1);
    assertThat(policy.pause(almost, Duration.ZERO)).isPresent();
    assertThat(policy.pause(Duration.ofDays(1), Duration.ofSeconds(5))).isEmpty();
  }
}
