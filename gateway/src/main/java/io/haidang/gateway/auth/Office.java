package io.haidang.gateway.auth;

import java.text.Normalizer;
import java.time.ZoneId;

/**
 * A part of the house whose people work together, such as a department or a district: every account
 * and every story belongs to one.
 *
 * @param name as people see it, 1 to {@link #MOST} UTF-16 units on one line; spaces around it are
 *     taken away and letters composed, so that one office has one name
 */
public record Office(String name) implements Comparable<Office> {

  /**
   * Whose clock people read and write: a day begins at midnight where the offices are, not where
   * the server is.
   */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Longest name, in UTF-16 units. */
  public static final int MOST = 100;

  /** What a name has to be, for messages. */
  public static final String EXPECTED = "1 to " + MOST + " characters on one line";

  /**
   * The office of whatever was there before offices were told apart; a configuration may say
   * another.
   */
  public static final Office FIRST = new Office("Văn phòng");

  /**
   * An office.
   *
   * @throws IllegalArgumentException for a name that is blank, too long, or has control characters
   */
  public Office {
    name = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    if (!isName(name)) {
      throw new IllegalArgumentException("office: unfit (expected: " + EXPECTED + ")");
    }
  }

  /** Whether an office can be called that. */
  public static boolean isName(String name) {
    return !name.isBlank()
        && name.strip().length() <= MOST
        && name.codePoints().noneMatch(Office::isUnfit);
  }

  /** A surrogate here is half a character: pairs come as one code point. */
  private static boolean isUnfit(int character) {
    return Character.isISOControl(character)
        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
  }

  @Override
  public int compareTo(Office other) {
    return name.compareTo(other.name);
  }
}
