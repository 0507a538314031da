package io.haidang.gateway.http.deepl.kit;

import io.haidang.gateway.auth.Account;
import java.util.Optional;

/** Knows whose key it is. Implementations are safe for concurrent use, and may block. */
@FunctionalInterface
public interface KeyCheck {

  /** The account of a key; empty when it is unknown or revoked. */
  Optional<Account> account(String key);
}
