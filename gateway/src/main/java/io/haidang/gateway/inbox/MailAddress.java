package io.haidang.gateway.inbox;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where somebody's letters go, and how.
 *
 * @param address one mailbox of ASCII without a name or quotation marks, so that it can be nothing
 *     else in the head of a letter
 * @param language of the letters, Vietnamese or English
 */
public record MailAddress(String address, Pace pace, Locale language) {

  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9!#$%&*+/=?^_{|}~-]+(?:\\.[A-Za-z0-9!#$%&*+/=?^_{|}~-]+)*"
              + "@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");

  private static final int LONGEST = 254;
  private static final int LONGEST_NAME = 64;

  public MailAddress {
    address = address.strip();
    if (!isAddress(address)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "address: unfit (expected: such as name@office.example)");
    }
  }

  /** Whether a letter can go there. */
  public static boolean isAddress(String text) {
    return text.length() <= LONGEST
        && text.indexOf('@') <= LONGEST_NAME
        && FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "MailAddress[" + pace + "]";
  }
}
