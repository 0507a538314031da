package io.haidang.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password by Argon2id (RFC 9106), stored in the usual form {@code
 * $argon2id$v=19$m=…,t=…,p=1$salt$hash}. Letters are composed first: keyboards differ in how they
 * send "ậ".
 */
@SuppressWarnings("ArrayRecordComponent") // compared by matches() alone
record Argon2Hash(PasswordCost cost, byte[] salt, byte[] hash) implements PasswordHash {

  static final String PREFIX = "$argon2id$";

  /** Each takes megabytes of the one heap; whoever comes later waits, in the order of coming. */
  static final Semaphore TURNS = new Semaphore(2, true);

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,8}),t=([0-9]{1,4}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  static Argon2Hash of(String password, PasswordCost cost) {
    byte[] salt = Secrets.randomBytes(SALT_BYTES);
    return new Argon2Hash(cost, salt, derive(password, salt, cost));
  }

  static Argon2Hash ofNobody(PasswordCost cost) {
    return new Argon2Hash(cost, new byte[SALT_BYTES], new byte[HASH_BYTES]);
  }

  static Argon2Hash parse(String stored) {
    Matcher parts = FORM.matcher(stored);
    if (!parts.matches()) {
      throw new IllegalArgumentException("password: damaged (expected: " + PREFIX + "…)");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    return new Argon2Hash(
        new PasswordCost(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))),
        base64.decode(parts.group(3)),
        base64.decode(parts.group(4)));
  }

  @Override
  public boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, salt, cost));
  }

  private static byte[] derive(String password, byte[] salt, PasswordCost cost) {
    byte[] text =
        Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    byte[] hash = new byte[HASH_BYTES];
    TURNS.acquireUninterruptibly();
    try {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(parameters(salt, cost));
      argon2.generateBytes(text, hash);
    } finally {
      TURNS.release();
    }
    return hash;
  }

  private static Argon2Parameters parameters(byte[] salt, PasswordCost cost) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(cost.kibibytes())
        .withIterations(cost.passes())
        .withParallelism(1)
        .withSalt(salt)
        .build();
  }

  @Override
  public boolean costs(PasswordCost other) {
    return cost.equals(other);
  }

  @Override
  public String stored() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "%sv=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(
            PREFIX,
            cost.kibibytes(),
            cost.passes(),
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }
}
