package io.haidang.gateway.health;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Knows how a node does. Safe for concurrent use; never blocks. */
@FunctionalInterface
public interface HealthSource {

  /** Of a node that has no components to look at, such as a part of one in a test. */
  HealthSource NOTHING_TO_CHECK =
      () -> CompletableFuture.completedFuture(new HealthReport(Map.of(), Instant.EPOCH));

  /** Completes soon, and never with a failure. */
  CompletableFuture<HealthReport> report();
}
