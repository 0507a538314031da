package io.haidang.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.testing.CapturedLog;
import io.haidang.gateway.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

  private static final Map<String, Long> NONE = Map.of();

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void report_askedOften_looksOnceASecond() {
    try (Health health = new Health(Map.of("counted", this::counted), clock)) {
      health.report().join();
      health.report().join();
      assertThat(looks).hasValue(1);

      clock.tick(Duration.ofSeconds(1));
      health.report().join();
      assertThat(looks).hasValue(2);
    }
  }

  @Test
  void report_ofSeveral_isAsBadAsTheWorst() {
    assertThat(status(ComponentHealth.up(NONE))).isEqualTo(HealthStatus.UP);
    assertThat(status(ComponentHealth.up(NONE), ComponentHealth.degraded("disk-low", NONE)))
        .isEqualTo(HealthStatus.DEGRADED);
    assertThat(
            status(
                ComponentHealth.down("disk-full", NONE),
                ComponentHealth.degraded("disk-low", NONE)))
        .isEqualTo(HealthStatus.DOWN);
  }

  private HealthStatus status(ComponentHealth first, ComponentHealth... others) {
    HealthCheck second = others.length == 0 ? () -> first : () -> others[0];
    try (Health health = new Health(Map.of("first", () -> first, "second", second), clock)) {
      return health.report().join().status();
    }
  }

  @Test
  void check_thatFails_isDownAndQuotesNothing() {
    HealthCheck failing =
        () -> {
          throw new IllegalStateException("a text that somebody entrusted to us");
        };
    try (CapturedLog log = new CapturedLog();
        Health health = new Health(Map.of("failing", failing), clock)) {
      log.keepSecret("a text that somebody entrusted to us");
      assertThat(health.report().join().components())
          .containsEntry("failing", ComponentHealth.down("check-failed", NONE));
      assertThat(log.lines()).isNotEmpty();
      log.assertKeptSecrets();
    }
  }

  @Test
  void check_thatHangs_isReportedLateAndAskedNoSecondTime() {
    CountDownLatch release = new CountDownLatch(1);
    HealthCheck hanging =
        () -> {
          try {
            release.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return counted();
        };
    try (Health health = new Health(Map.of("hanging", hanging), clock, Duration.ofMillis(10))) {
      assertThat(health.report().join().status()).isEqualTo(HealthStatus.DOWN);
      clock.tick(Duration.ofSeconds(5));
      assertThat(health.report().join().components())
          .containsEntry(Health.CHECKS, ComponentHealth.down("checks-late", NONE));
      release.countDown();
      assertThat(looks).hasValueLessThanOrEqualTo(1);
    }
  }

  @Test
  void report_ofNodeThatLeaves_isDownWithoutALook() {
    try (Health health = new Health(Map.of("counted", this::counted), clock)) {
      health.leave();

      assertThat(health.report().join().components())
          .containsOnly(Map.entry(Health.NODE, ComponentHealth.down("stopping", NONE)));
      assertThat(looks).hasValue(0);
    }
  }

  @Test
  void disk_belowItsFloors_isLowAndThenFull(@TempDir Path folder) {
    List<Path> missing = List.of(folder.resolve("not/there/yet"));
    assertThat(new DiskCheck(missing, 1, 1).check().status()).isEqualTo(HealthStatus.UP);
    assertThat(new DiskCheck(missing, Long.MAX_VALUE, 1).check().reason()).isEqualTo("disk-low");
    assertThat(new DiskCheck(missing, Long.MAX_VALUE, Long.MAX_VALUE).check().reason())
        .isEqualTo("disk-full");
  }

  private ComponentHealth counted() {
    looks.incrementAndGet();
    return ComponentHealth.up(NONE);
  }
}
