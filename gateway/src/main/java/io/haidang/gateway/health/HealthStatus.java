package io.haidang.gateway.health;

/** How well something does, the best first. */
public enum HealthStatus {
  UP,
  /** It works, and somebody should look at it. */
  DEGRADED,
  /** It does not work; requests had better go to another node. */
  DOWN
}
