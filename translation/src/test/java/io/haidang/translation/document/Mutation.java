package io.haidang.translation.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Random;

/** Damage as transfers and attackers do it. */
public final class Mutation {

  private static final String[] PIECES = {
    "<", ">", "&", "\"", "\0", "]]>", "<!--", "-->", "\r\n", "‹1›", "‹/9›", "\uFFFF", "{", "}", ","
  };

  private Mutation() {}

  /** One to three changes at places that {@code random} picks. */
  public static byte[] of(byte[] content, Random random) {
    byte[] changed = content;
    for (int i = random.nextInt(3); i >= 0 && changed.length > 0; i--) {
      changed = once(changed, random);
    }
    return changed;
  }

  private static byte[] once(byte[] content, Random random) {
    int at = random.nextInt(content.length);
    int to = Math.min(content.length, at + 1 + random.nextInt(40));
    return switch (random.nextInt(5)) {
      case 0 -> flip(content, at, random);
      case 1 -> Arrays.copyOf(content, at);
      case 2 -> splice(content, at, to, new byte[0]);
      case 3 -> splice(content, at, at, Arrays.copyOfRange(content, at, to));
      default -> splice(content, at, at, PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
    };
  }

  private static byte[] flip(byte[] content, int at, Random random) {
    byte[] changed = content.clone();
    changed[at] ^= (byte) (1 << random.nextInt(8));
    return changed;
  }

  private static byte[] splice(byte[] content, int start, int end, byte[] piece) {
    byte[] changed = Arrays.copyOf(content, content.length - (end - start) + piece.length);
    System.arraycopy(piece, 0, changed, start, piece.length);
    System.arraycopy(content, end, changed, start + piece.length, content.length - end);
    return changed;
  }
}
