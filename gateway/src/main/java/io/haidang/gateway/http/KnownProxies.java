package io.haidang.gateway.http;

import io.haidang.gateway.http.kit.Answers;
import io.haidang.gateway.webhook.AddressBlock;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Believes the proxies of the house, and nobody else, that the client speaks TLS to them.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
final class KnownProxies implements Handler<RoutingContext> {

  private final List<AddressBlock> proxies;

  KnownProxies(List<AddressBlock> proxies) {
    this.proxies = proxies;
  }

  @Override
  public void handle(RoutingContext request) {
    if (saysHttps(request.request()) && isKnown(request.request().remoteAddress())) {
      Answers.notePrivate(request);
    }
    request.next();
  }

  private static boolean saysHttps(HttpServerRequest request) {
    return "https".equals(request.getHeader("X-Forwarded-Proto"));
  }

  /** The peer of the connection comes as numbers, so no name is asked for. */
  private boolean isKnown(SocketAddress peer) {
    try {
      InetAddress address = InetAddress.getByName(peer.hostAddress());
      return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
