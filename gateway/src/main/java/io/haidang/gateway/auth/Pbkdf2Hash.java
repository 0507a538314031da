package io.haidang.gateway.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password of the time before Argon2: {@code iterations$salt$hash}, PBKDF2 with HMAC-SHA256 (RFC
 * 8018). It is replaced when its owner signs in; none is made any more.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by matches() alone
record Pbkdf2Hash(int iterations, byte[] salt, byte[] hash) implements PasswordHash {

  static Pbkdf2Hash parse(String stored) {
    String[] parts = stored.split("\\$", -1);
    return new Pbkdf2Hash(
        Integer.parseInt(parts[0]),
        Base64.getDecoder().decode(parts[1]),
        Base64.getDecoder().decode(parts[2]));
  }

  @Override
  public boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password));
  }

  private byte[] derive(String password) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, hash.length * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
    }
  }

  @Override
  public boolean costs(PasswordCost cost) {
    return false;
  }

  @Override
  public String stored() {
    Base64.Encoder base64 = Base64.getEncoder();
    return iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
  }
}
