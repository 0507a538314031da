package io.haidang.gateway.metrics;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.clientdocs.DocumentState;
import io.haidang.gateway.health.HealthSource;
import io.haidang.gateway.health.HealthStatus;
import io.haidang.gateway.metrics.StateCounts.Queue;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.webhook.Delivery;
import io.haidang.translation.review.TargetState;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;

/** What is asked of a node whenever somebody reads its metrics. */
public final class NodeGauges {

  private static final List<String> COMPONENTS =
      List.of("database", "jobs", "models", "disk", "deliveries");

  private NodeGauges() {}

  /** Adds them; the database is asked at most every few seconds. */
  public static void add(Meters meters, Database database, HealthSource health) {
    StateCounts counts = new StateCounts(database);
    for (Queue queue : Queue.values()) {
      addQueue(meters, counts, queue);
    }
    for (TargetState state : TargetState.values()) {
      Tags tags = Tags.of("state", PublicName.of(state));
      meters.gauge(MetricName.TARGETS, tags, () -> counts.now().targets(state.name()));
    }
    for (DocumentState state : DocumentState.values()) {
      Tags tags = Tags.of("state", PublicName.of(state));
      meters.gauge(MetricName.DOCUMENTS, tags, () -> counts.now().documents(state.name()));
    }
    for (Delivery.State state : Delivery.State.values()) {
      Tags tags = Tags.of("state", PublicName.of(state));
      meters.gauge(MetricName.DELIVERIES, tags, () -> counts.now().deliveries(state.name()));
    }
    addConnections(meters, database);
    for (String component : COMPONENTS) {
      meters.gauge(
          MetricName.HEALTH, Tags.of("component", component), () -> value(health, component));
    }
  }

  private static void addQueue(Meters meters, StateCounts counts, Queue queue) {
    Tags tags = Tags.of("queue", queue.name().toLowerCase(Locale.ROOT));
    meters.gauge(
        MetricName.JOBS, tags.and("state", "later"), () -> counts.now().jobs(queue).later());
    meters.gauge(MetricName.JOBS, tags.and("state", "due"), () -> counts.now().jobs(queue).due());
    meters.gauge(
        MetricName.JOBS, tags.and("state", "running"), () -> counts.now().jobs(queue).running());
    meters.gauge(MetricName.JOBS_RETRYING, tags, () -> counts.now().jobs(queue).retrying());
    meters.gauge(MetricName.JOBS_LATE, tags, () -> counts.now().jobs(queue).lateSeconds());
  }

  private static void addConnections(Meters meters, Database database) {
    meters.gauge(
        MetricName.CONNECTIONS, Tags.of("state", "active"), () -> database.connections().active());
    meters.gauge(
        MetricName.CONNECTIONS, Tags.of("state", "idle"), () -> database.connections().idle());
    meters.gauge(
        MetricName.CONNECTIONS,
        Tags.of("state", "awaited"),
        () -> database.connections().awaited());
  }

  private static double value(HealthSource health, String component) {
    var found = health.report().join().components().get(component);
    if (found == null) {
      return 0; // The checks are late.
    }
    return found.status() == HealthStatus.UP
        ? 1
        : found.status() == HealthStatus.DEGRADED ? 0.5 : 0;
  }
}
