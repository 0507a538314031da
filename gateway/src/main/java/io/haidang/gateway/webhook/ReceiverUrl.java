package io.haidang.gateway.webhook;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the address of a receiver, and refuses what different programs would read differently. */
final class ReceiverUrl {

  static final int LONGEST = 2_000;

  private static final Pattern NAME =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?",
          Pattern.CASE_INSENSITIVE);

  /** What ends in a number is no name; some programs read {@code 0x7f.1} as an address. */
  private static final Pattern NUMERIC =
      Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  private ReceiverUrl() {}

  /**
   * The address that somebody has typed.
   *
   * @throws GatewayException {@code invalid-request}
   */
  static URI parse(String text) {
    try {
      URI url = new URI(text.strip());
      if (text.length() <= LONGEST && isPlain(url)) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below, like what is a URI and yet no address of a receiver.
    }
    throw new GatewayException(
        ErrorCode.INVALID_REQUEST,
        "url: unfit (expected: https://HOST/PATH without name, password and fragment)");
  }

  private static boolean isPlain(URI url) {
    boolean isHttp = "https".equalsIgnoreCase(url.getScheme()) || isInsecure(url);
    return isHttp
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawFragment() == null
        && isHost(url.getHost())
        && (url.getPort() == -1 || (url.getPort() > 0 && url.getPort() < 65_536));
  }

  private static boolean isHost(String host) {
    if (host.startsWith("[")) {
      return !host.contains("%");
    }
    return NUMERIC.matcher(host).matches()
        ? IPV4.matcher(host).matches()
        : NAME.matcher(host).matches();
  }

  private static boolean isInsecure(URI url) {
    return "http".equalsIgnoreCase(url.getScheme());
  }

  static boolean isSecure(URI url) {
    return !isInsecure(url);
  }

  /** The port, also where none is said. */
  static int port(URI url) {
    if (url.getPort() != -1) {
      return url.getPort();
    }
    return isSecure(url) ? 443 : 80;
  }

  /** The host without the brackets of IPv6. */
  static String host(URI url) {
    return url.getHost().replaceAll("[\\[\\]]", "");
  }

  /** Path and query, as they go into the first line of a request. */
  static String resource(URI url) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  /** Whether a message may go to each of the addresses that the host has. */
  static boolean isAllowed(URI url, List<InetAddress> addresses, AddressRules rules) {
    return addresses.stream().allMatch(address -> rules.allow(address, port(url), isSecure(url)));
  }
}
