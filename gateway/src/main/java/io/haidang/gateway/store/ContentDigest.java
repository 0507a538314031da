package io.haidang.gateway.store;

import io.haidang.gateway.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names bytes by their SHA-256, so that equal contents have one name wherever they are kept.
 *
 * @param hex 64 hexadecimal digits, small letters
 */
public record ContentDigest(String hex) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public ContentDigest {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("digest: malformed (expected: 64 hexadecimal digits)");
    }
  }

  /** The name of {@code bytes}. */
  public static ContentDigest of(byte[] bytes) {
    return of(Sha256.begin(), bytes);
  }

  private static ContentDigest of(MessageDigest digest, byte[] last) {
    return new ContentDigest(HexFormat.of().formatHex(digest.digest(last)));
  }

  /** The name of everything that {@code digest} was fed. */
  static ContentDigest of(MessageDigest digest) {
    return of(digest, new byte[0]);
  }

  @Override
  public String toString() {
    return hex;
  }
}
