package io.haidang.gateway.auth;

import io.haidang.translation.review.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Accounts, passwords and API keys; secrets are stored hashed.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL and password hashing;
 * never call it on an event loop.
 */
public final class Accounts {

  /**
   * The account of a person who gives the right password.
   *
   * @throws io.haidang.gateway.GatewayException {@code wrong-credentials}, the same for an unknown
   *     name; {@code too-many-requests} after repeated failures
   */
  public Account signIn(String login, String password) {
    throw new UnsupportedOperationException();
  }

  /** The account of a program that gives a key; empty when the key is unknown or revoked. */
  public Optional<Account> byApiKey(String key) {
    throw new UnsupportedOperationException();
  }

  public Optional<Account> find(UUID id) {
    throw new UnsupportedOperationException();
  }

  public Account create(String login, String displayName, String password, Set<Role> roles) {
    throw new UnsupportedOperationException();
  }

  /** A new key for the account, shown once: only its digest is stored. */
  public String createApiKey(UUID account, String name) {
    throw new UnsupportedOperationException();
  }

  /**
   * On an empty database, creates admin, editor and reviewer with random passwords; otherwise does
   * nothing and returns an empty list.
   */
  public List<FirstAccount> createFirstAccounts() {
    throw new UnsupportedOperationException();
  }

  /** An account of the first start and its password, to be printed once. */
  public record FirstAccount(Account account, String password) {}
}
