package io.haidang.gateway.auth;

/**
 * A password as it is stored, from which it cannot be read.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> hashing takes long on purpose, and may wait
 * for others who hash.
 */
sealed interface PasswordHash permits Argon2Hash, Pbkdf2Hash {

  static PasswordHash of(String password, PasswordCost cost) {
    return Argon2Hash.of(password, cost);
  }

  /** Stands in for the hash of an unknown name, so that the answer takes as long. */
  static PasswordHash ofNobody(PasswordCost cost) {
    return Argon2Hash.ofNobody(cost);
  }

  static PasswordHash parse(String stored) {
    return stored.startsWith(Argon2Hash.PREFIX)
        ? Argon2Hash.parse(stored)
        : Pbkdf2Hash.parse(stored);
  }

  boolean matches(String password);

  /** Whether a new password would be made as dear as this one. */
  boolean costs(PasswordCost cost);

  /** As {@link #parse} reads it. */
  String stored();
}
