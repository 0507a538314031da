package io.haidang.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateWindowTest {

  private final RateWindow window = new RateWindow();

  @Test
  void request_beyondTheLimit_waitsUntilTheOldestIsAMinuteOld() {
    assertThat(window.take(1_000, 2)).isZero();
    assertThat(window.take(1_020, 2)).isZero();

    assertThat(window.take(1_030, 2)).isEqualTo(30);
    assertThat(window.take(1_059, 2)).isEqualTo(1);
    assertThat(window.take(1_060, 2)).isZero();
    assertThat(window.take(1_060, 2)).isEqualTo(20);
  }

  @Test
  void limit_thatWasLowered_holdsForWhatHappenedBefore() {
    for (int i = 0; i < 10; i++) {
      assertThat(window.take(500 + i, 10)).isZero();
    }

    assertThat(window.take(520, 3)).isEqualTo(47);
  }

  @Test
  void clock_setBack_opensNoDoor() {
    assertThat(window.take(1_000, 1)).isZero();

    assertThat(window.take(10, 1)).isEqualTo(60);
  }

  /** The same as a list of every request would say. */
  @Test
  void requests_atRandom_areNeverMoreThanTheLimitWithinAMinute() {
    Random random = new Random(5);
    Deque<Long> let = new ArrayDeque<>();
    long second = 0;
    for (int i = 0; i < 20_000; i++) {
      second += (long) random.nextInt(4) * random.nextInt(30);
      while (!let.isEmpty() && let.peekFirst() <= second - 60) {
        let.removeFirst();
      }
      boolean has = let.size() < 7;
      assertThat(window.take(second, 7) == 0).isEqualTo(has);
      if (has) {
        let.addLast(second);
      }
    }
  }
}
