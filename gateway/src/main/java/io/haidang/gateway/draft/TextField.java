package io.haidang.gateway.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;

/**
 * A short text that a person gives. PostgreSQL refuses some characters, and others upset screens
 * and logs; they are refused here, in the same way for every database.
 */
public final class TextField {

  private TextField() {}

  /**
   * Lets a text pass that can be kept.
   *
   * @param name of the field, for the message; the text itself is never quoted
   * @param max longest text, in UTF-16 units
   * @return {@code text} itself
   * @throws GatewayException {@code invalid-request} when it is longer, or has control characters
   *     other than line ends and tabs, or half a character
   */
  public static String require(String name, String text, int max) {
    if (text.length() > max) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          name + ": " + text.length() + " characters (expected: at most " + max + ")");
    }
    if (text.codePoints().anyMatch(TextField::isUnfit)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          name + ": with control characters (expected: text, tabs, line ends)");
    }
    return text;
  }

  /** A surrogate here is half a character: pairs come as one code point. */
  private static boolean isUnfit(int character) {
    boolean layout = character == '\n' || character == '\t' || character == '\r';
    return (Character.isISOControl(character) && !layout)
        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
  }
}
