package io.haidang.gateway.health;

/** Looks at one component. Blocks; what it throws counts as down. */
@FunctionalInterface
public interface HealthCheck {
  ComponentHealth check();
}
