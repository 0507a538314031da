package io.haidang.gateway.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key, in force or not.
 *
 * @param expiresAt after which it opens nothing, or null
 * @param lastUsedAt to the minute, or null
 * @param revokedAt since when it opens nothing any more, or null
 */
public record ApiKeyEntry(
    ApiKey key,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {

  /** Whether the key opens anything at that time. */
  public boolean isInForce(Instant now) {
    return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
  }
}
