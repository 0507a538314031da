package io.haidang.gateway.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key; the key itself is known to its holder alone.
 *
 * @param login of the account that it acts for
 * @param name that its maker gave it
 * @param revokedAt since when it opens nothing any more, or null
 */
public record ApiKeyEntry(
    String login, String name, Instant createdAt, @Nullable Instant revokedAt) {}
