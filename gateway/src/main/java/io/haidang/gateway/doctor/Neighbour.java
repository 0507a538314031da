package io.haidang.gateway.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** A service on another machine that the node will connect to. */
record Neighbour(String host, int port) {

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  static Neighbour at(URI url) {
    int usual = "https".equals(url.getScheme()) ? HTTPS : HTTP;
    return new Neighbour(url.getHost(), url.getPort() < 0 ? usual : url.getPort());
  }

  /** Whether it takes a connection; nothing is sent. Blocks, for {@code patience} at most. */
  boolean answers(Duration patience) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
