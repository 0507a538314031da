package io.haidang.gateway.webhook;

import io.haidang.gateway.events.Milestone;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A subscription: who is told of what, and where.
 *
 * @param owner account that made it
 * @param ownerName display name of the owner
 * @param milestones at least one
 * @param failures in a row of the receiver; 0 while all is well
 */
public record Webhook(
    UUID id,
    UUID owner,
    String ownerName,
    URI url,
    Set<Milestone> milestones,
    Scope scope,
    State state,
    int failures,
    Instant createdAt) {

  /** Whose texts it is about. */
  public enum Scope {
    /** What the owner has handed in or answers for. */
    OWN,
    /** Everybody's. */
    ALL
  }

  /** Whether anything is sent. */
  public enum State {
    ACTIVE,
    /** What happens meanwhile is not told later; what waited before goes on waiting. */
    PAUSED
  }
}
