package io.haidang.gateway.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where messages may go: to the open net over TLS on few ports, and to what the operator allows.
 * Everything else is refused: this machine, the house's own net, neighbours on the link (among them
 * what cloud machines ask for their credentials), groups, and whatever wraps such an address in
 * another.
 *
 * <p><b>Thread-safety:</b> immutable.
 *
 * @param allowed ranges of the house that may be written to, on any port and without TLS
 */
public record AddressRules(List<AddressBlock> allowed) {

  /** Ports of the open net. */
  static final Set<Integer> PORTS = Set.of(443, 8443);

  /** Nothing but the open net. */
  public static final AddressRules PUBLIC_ONLY = new AddressRules(List.of());

  /** The registry of special-purpose addresses (RFC 6890 and its successors), and groups. */
  private static final List<AddressBlock> SPECIAL_IPV4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3");

  /** All that is handed out to networks; the rest of the space is special one way or another. */
  private static final AddressBlock GLOBAL_IPV6 = AddressBlock.of("2000::/3");

  /** Protocol assignments, examples, and what carries another address inside. */
  private static final List<AddressBlock> SPECIAL_IPV6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  public AddressRules {
    allowed = List.copyOf(allowed);
  }

  private static List<AddressBlock> blocks(String... texts) {
    return Stream.of(texts).map(AddressBlock::of).toList();
  }

  /**
   * Whether a message may go to an address.
   *
   * @param secure whether over TLS
   */
  boolean allow(InetAddress address, int port, boolean secure) {
    if (allowed.stream().anyMatch(block -> block.contains(address))) {
      return true;
    }
    return secure && PORTS.contains(port) && isPublic(address);
  }

  /** Java gives an IPv4 address that is wrapped as {@code ::ffff:0:0/96} without its wrapping. */
  static boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) {
      return SPECIAL_IPV4.stream().noneMatch(block -> block.contains(address));
    }
    return GLOBAL_IPV6.contains(address)
        && SPECIAL_IPV6.stream().noneMatch(block -> block.contains(address));
  }
}
