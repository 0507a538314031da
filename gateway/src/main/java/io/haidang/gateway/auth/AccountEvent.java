package io.haidang.gateway.auth;

import java.time.Instant;
import java.util.Map;

/**
 * Something that became of an account.
 *
 * @param type such as {@code account-closed}
 * @param actor display name of who did it
 * @param data what was changed; never a password
 */
public record AccountEvent(String type, String actor, Instant at, Map<String, Object> data) {

  public AccountEvent {
    data = Map.copyOf(data);
  }
}
