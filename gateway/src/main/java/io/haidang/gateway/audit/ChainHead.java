package io.haidang.gateway.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the chain had got to. Noted outside the database, it shows later whether the chain of then
 * is the beginning of the chain of now.
 *
 * @param position of the last link; 0 before the first
 * @param chain 64 hexadecimal digits; empty before the first
 */
public record ChainHead(long position, String chain) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})?");

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static ChainHead parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("head: unreadable (expected: such as 120:9f86d08188…)");
    }
    return new ChainHead(
        Long.parseLong(matcher.group(1)), matcher.group(2) == null ? "" : matcher.group(2));
  }

  /** Such as {@code 120:9f86d0…}, to be noted. */
  @Override
  public String toString() {
    return position + ":" + chain;
  }
}
