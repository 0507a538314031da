package io.haidang.gateway.http.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.models.ModelException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The order in which calls of several keys get the only place. */
class FairLineTest {

  private static final Duration PATIENT = Duration.ofMinutes(1);

  private final Vertx vertx = Vertx.vertx();
  private final FairLine line = new FairLine(vertx, 1);
  private final UUID one = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final List<String> begun = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch held = new CountDownLatch(1);

  @AfterEach
  void close() {
    held.countDown();
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** Takes the only place until {@link #held} opens. */
  private Future<Void> hold() {
    return line.run(
        UUID.randomUUID(),
        0,
        PATIENT,
        () -> {
          held.await();
          return null;
        });
  }

  private Future<Boolean> call(UUID key, String name, int cost) {
    return line.run(key, cost, PATIENT, () -> begun.add(name));
  }

  @Test
  void calls_ofTwoKeys_takeTurnsHoweverManyEachHas() {
    Future<Void> holding = hold();
    List<Future<?>> calls = new ArrayList<>(List.of(holding));
    for (int i = 0; i < 6; i++) {
      calls.add(call(one, "one", 100));
    }
    for (int i = 0; i < 3; i++) {
      calls.add(call(other, "other", 100));
    }
    held.countDown();
    calls.forEach(FairLineTest::await);

    assertThat(begun)
        .containsExactly("one", "other", "one", "other", "one", "other", "one", "one", "one");
  }

  @Test
  void calls_withLongTexts_comeLessOften() {
    Future<Void> holding = hold();
    List<Future<?>> calls = new ArrayList<>(List.of(holding));
    for (int i = 0; i < 3; i++) {
      calls.add(call(one, "long", 220));
    }
    for (int i = 0; i < 6; i++) {
      calls.add(call(other, "short", 100));
    }
    held.countDown();
    calls.forEach(FairLineTest::await);

    assertThat(begun)
        .containsExactly(
            "long", "short", "short", "long", "short", "short", "long", "short", "short");
  }

  @Test
  void key_thatComesLate_makesUpForNothing() {
    for (int i = 0; i < 5; i++) {
      await(call(one, "before", 100));
    }
    begun.clear();
    Future<Void> holding = hold();
    List<Future<?>> calls = new ArrayList<>(List.of(holding));
    for (int i = 0; i < 2; i++) {
      calls.add(call(other, "other", 100));
      calls.add(call(one, "one", 100));
    }
    held.countDown();
    calls.forEach(FairLineTest::await);

    assertThat(begun).containsExactly("other", "one", "other", "one");
  }

  @Test
  void call_whoseTurnComesTooLate_isToldInTimeAndNeverBegins() {
    Future<Void> holding = hold();
    Future<Boolean> hasty = line.run(one, 0, Duration.ofMillis(1), () -> begun.add("hasty"));

    assertThat(hasty.toCompletionStage().toCompletableFuture())
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .withCauseInstanceOf(ModelException.DeadlineExceeded.class);
    held.countDown();
    await(holding);
    await(call(one, "next", 0));
    assertThat(begun).containsExactly("next");
  }

  @Test
  void call_thatFails_leavesItsPlace() {
    Future<?> failing =
        line.run(
            one,
            0,
            PATIENT,
            () -> {
              throw new IllegalStateException("broken");
            });
    assertThat(failing.toCompletionStage().toCompletableFuture())
        .failsWithin(Duration.ofSeconds(30));

    await(call(one, "next", 0));
    assertThat(begun).containsExactly("next");
  }
}
