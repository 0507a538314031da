package io.haidang.models.remote;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The JDK asks it before each connection that an HTTP client opens. */
final class ConnectionWatch extends ProxySelector {

  private final List<URI> asked = new CopyOnWriteArrayList<>();

  @Override
  public List<Proxy> select(URI uri) {
    asked.add(uri);
    return List.of(Proxy.NO_PROXY);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // Nothing to learn from it.
  }

  List<URI> asked() {
    return List.copyOf(asked);
  }
}
