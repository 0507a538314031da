package io.haidang.gateway.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as those see it who keep accounts.
 *
 * @param closedAt when it was closed, or null while it is open
 */
public record AccountEntry(Account account, Instant createdAt, @Nullable Instant closedAt) {

  public boolean isOpen() {
    return closedAt == null;
  }
}
