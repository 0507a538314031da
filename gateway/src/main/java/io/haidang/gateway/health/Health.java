package io.haidang.gateway.health;

import io.haidang.gateway.QuietFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checks of a node, made one after the other on a thread of their own, at most once a second
 * however many ask. A check that hangs makes the report late, which counts as down; it holds up
 * nobody else.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> its thread, until {@link #close}.
 */
public final class Health implements HealthSource, AutoCloseable {

  /** The component that is down when checks do not come to an end. */
  static final String CHECKS = "checks";

  /** The component that is down when the node is being stopped. */
  static final String NODE = "node";

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  private final Map<String, HealthCheck> checks;
  private final Clock clock;
  private final Duration patience;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "health");
            made.setDaemon(true);
            return made;
          });
  private volatile boolean leaving;
  private CompletableFuture<HealthReport> latest = new CompletableFuture<>();
  private Instant begun = Instant.MIN;

  /**
   * A source that has not looked yet.
   *
   * @param checks by the name of their component; looked at in this order
   */
  public Health(Map<String, HealthCheck> checks, Clock clock) {
    this(checks, clock, PATIENCE);
  }

  Health(Map<String, HealthCheck> checks, Clock clock, Duration patience) {
    this.checks = new LinkedHashMap<>(checks);
    this.clock = clock;
    this.patience = patience;
  }

  /** Reports from now on that the node is not ready, so that nobody new is sent to it. */
  public void leave() {
    leaving = true;
  }

  @Override
  public synchronized CompletableFuture<HealthReport> report() {
    Instant now = clock.instant();
    if (leaving) {
      return CompletableFuture.completedFuture(down(NODE, "stopping", now));
    }
    boolean looked = !begun.equals(Instant.MIN);
    if (!looked || (latest.isDone() && !begun.plus(FRESH).isAfter(now))) {
      begun = now;
      latest = CompletableFuture.supplyAsync(this::check, thread);
    }
    return latest
        .copy()
        .completeOnTimeout(late(now), patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> late(now));
  }

  private static HealthReport late(Instant now) {
    return down(CHECKS, "checks-late", now);
  }

  private static HealthReport down(String component, String reason, Instant now) {
    return new HealthReport(Map.of(component, ComponentHealth.down(reason, Map.of())), now);
  }

  private HealthReport check() {
    Map<String, ComponentHealth> components = new LinkedHashMap<>();
    checks.forEach((name, check) -> components.put(name, check(name, check)));
    return new HealthReport(components, clock.instant());
  }

  private static ComponentHealth check(String name, HealthCheck check) {
    try {
      return check.check();
    } catch (RuntimeException e) {
      LOG.warn("health of {}: not to be told", name, QuietFault.of(e));
      return ComponentHealth.down("check-failed", Map.of());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
