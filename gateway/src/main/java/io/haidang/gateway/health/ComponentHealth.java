package io.haidang.gateway.health;

import java.util.Map;

/**
 * How one component does. Immutable.
 *
 * @param reason a code such as {@code disk-low} that strangers may read; empty when it is up
 * @param details numbers for operators; no texts, names or folders of anybody's
 */
public record ComponentHealth(HealthStatus status, String reason, Map<String, Long> details) {

  public ComponentHealth {
    details = Map.copyOf(details);
    if ((status == HealthStatus.UP) != reason.isEmpty()) {
      throw new IllegalArgumentException(
          "reason: " + reason + " (expected: one unless the component is up)");
    }
  }

  public static ComponentHealth up(Map<String, Long> details) {
    return new ComponentHealth(HealthStatus.UP, "", details);
  }

  public static ComponentHealth degraded(String reason, Map<String, Long> details) {
    return new ComponentHealth(HealthStatus.DEGRADED, reason, details);
  }

  public static ComponentHealth down(String reason, Map<String, Long> details) {
    return new ComponentHealth(HealthStatus.DOWN, reason, details);
  }
}
