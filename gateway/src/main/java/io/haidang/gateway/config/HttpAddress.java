package io.haidang.gateway.config;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the server listens.
 *
 * @param port 0 for any free one
 * @param tls empty for plain HTTP, on this machine or behind a proxy that speaks TLS
 * @param drain how long to go on answering once the server is told to stop
 */
public record HttpAddress(String host, int port, Optional<TlsFiles> tls, Duration drain) {

  public static HttpAddress plain(String host, int port) {
    return new HttpAddress(host, port, Optional.empty(), Duration.ZERO);
  }

  /** Such as {@code http://127.0.0.1:8080}. */
  public String toUrl(int actualPort) {
    return (tls.isPresent() ? "https://" : "http://") + host + ":" + actualPort;
  }
}
