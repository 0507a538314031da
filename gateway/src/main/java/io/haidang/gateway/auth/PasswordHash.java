package io.haidang.gateway.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is stored: {@code iterations$salt$hash}, PBKDF2 with HMAC-SHA256 (RFC 8018).
 *
 * <p><b>Blocking:</b> hashing takes as long as {@link PasswordCost} says, on purpose.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by matches() alone
record PasswordHash(int iterations, byte[] salt, byte[] hash) {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  /** Stands in for the hash of an unknown name, so that the answer takes as long. */
  static PasswordHash ofNobody(PasswordCost cost) {
    return new PasswordHash(cost.iterations(), new byte[SALT_BYTES], new byte[HASH_BITS / 8]);
  }

  static PasswordHash of(String password, PasswordCost cost) {
    byte[] salt = Secrets.randomBytes(SALT_BYTES);
    return new PasswordHash(cost.iterations(), salt, derive(password, salt, cost.iterations()));
  }

  static PasswordHash parse(String stored) {
    String[] parts = stored.split("\\$", -1);
    return new PasswordHash(
        Integer.parseInt(parts[0]),
        Base64.getDecoder().decode(parts[1]),
        Base64.getDecoder().decode(parts[2]));
  }

  boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, salt, iterations));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
    }
  }

  /** As it is stored. */
  @Override
  public String toString() {
    Base64.Encoder base64 = Base64.getEncoder();
    return iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
  }
}
