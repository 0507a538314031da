package io.haidang.gateway.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}.
 *
 * @param first of the range; bits after the prefix are of no account
 * @param prefix leading bits that count
 */
public record AddressBlock(InetAddress first, int prefix) {

  private static final String LITERAL = "[0-9A-Fa-f:.]{2,45}";

  public AddressBlock {
    if (prefix < 0 || prefix > first.getAddress().length * 8) {
      throw new IllegalArgumentException(
          "prefix: " + prefix + " (expected: 0-" + first.getAddress().length * 8 + ")");
    }
  }

  /**
   * Reads an address, or an address, a slash and a number of bits; never asks for a name.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static AddressBlock of(String text) {
    int slash = text.indexOf('/');
    InetAddress first = literal(slash < 0 ? text : text.substring(0, slash));
    if (slash < 0) {
      return new AddressBlock(first, first.getAddress().length * 8);
    }
    return new AddressBlock(first, Integer.parseInt(text.substring(slash + 1)));
  }

  private static InetAddress literal(String text) {
    boolean isComplete = text.contains(":") || text.matches("(\\d{1,3}\\.){3}\\d{1,3}");
    try {
      if (isComplete && text.matches(LITERAL)) {
        return InetAddress.getByName(text);
      }
    } catch (UnknownHostException e) {
      // Said below, like what does not even look like an address.
    }
    throw new IllegalArgumentException("address: " + text + " (expected: such as 10.0.0.0/8)");
  }

  /** Whether an address is in the range; those of another family never are. */
  public boolean contains(InetAddress address) {
    byte[] one = first.getAddress();
    byte[] other = address.getAddress();
    if (one.length != other.length) {
      return false;
    }
    int whole = prefix / 8;
    for (int i = 0; i < whole; i++) {
      if (one[i] != other[i]) {
        return false;
      }
    }
    int rest = prefix % 8;
    return rest == 0 || leading(one[whole], rest) == leading(other[whole], rest);
  }

  private static int leading(byte value, int bits) {
    return (value & 0xff) >> (8 - bits);
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + prefix;
  }
}
