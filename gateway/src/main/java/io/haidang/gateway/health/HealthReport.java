package io.haidang.gateway.health;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How every component does. Immutable.
 *
 * @param components by name, such as {@code database}, in the order in which they were looked at
 * @param at when
 */
public record HealthReport(Map<String, ComponentHealth> components, Instant at) {

  public HealthReport {
    components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
  }

  /** As bad as the worst of them. */
  public HealthStatus status() {
    return components.values().stream()
        .map(ComponentHealth::status)
        .max(Comparator.naturalOrder())
        .orElse(HealthStatus.UP);
  }
}
