package io.haidang.gateway.config;

import java.util.Optional;

/**
 * Where the server listens.
 *
 * @param port 0 for any free one
 * @param tls empty for plain HTTP, on this machine or behind a proxy that speaks TLS
 */
public record HttpAddress(String host, int port, Optional<TlsFiles> tls) {

  public static HttpAddress plain(String host, int port) {
    return new HttpAddress(host, port, Optional.empty());
  }

  /** Such as {@code http://127.0.0.1:8080}. */
  public String toUrl(int actualPort) {
    return (tls.isPresent() ? "https://" : "http://") + host + ":" + actualPort;
  }
}
