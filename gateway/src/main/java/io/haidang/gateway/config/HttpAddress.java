package io.haidang.gateway.config;

import io.haidang.gateway.webhook.AddressBlock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the server listens.
 *
 * @param port 0 for any free one
 * @param tls empty for plain HTTP, on this machine or behind a proxy that speaks TLS
 * @param drain how long to go on answering once the server is told to stop
 * @param proxies whose word counts for whether the client speaks TLS to them; empty for nobody's
 */
public record HttpAddress(
    String host, int port, Optional<TlsFiles> tls, Duration drain, List<AddressBlock> proxies) {

  /** This machine. */
  public static final List<AddressBlock> LOOPBACK =
      List.of(AddressBlock.of("127.0.0.0/8"), AddressBlock.of("::1"));

  public HttpAddress {
    proxies = List.copyOf(proxies);
  }

  /** With a proxy on this machine at most. */
  public static HttpAddress plain(String host, int port) {
    return new HttpAddress(host, port, Optional.empty(), Duration.ZERO, LOOPBACK);
  }

  /** Such as {@code http://127.0.0.1:8080}. */
  public String toUrl(int actualPort) {
    return (tls.isPresent() ? "https://" : "http://") + host + ":" + actualPort;
  }
}
