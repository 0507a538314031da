package io.haidang.gateway.doctor;

import io.haidang.gateway.engine.EngineSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Whether the configured providers can be reached. Sends nothing: a call might cost something. */
final class ProviderCheckup implements Checkup {

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final EngineSettings engines;

  ProviderCheckup(EngineSettings engines) {
    this.engines = engines;
  }

  @Override
  public List<Finding> examine() {
    return Stream.concat(
            engines.providers().stream()
                .map(one -> reach(one.name(), one.url(), one.connectTimeout())),
            engines.speech().stream()
                .map(one -> reach(one.name(), one.url(), one.connectTimeout())))
        .toList();
  }

  private static Finding reach(String name, URI url, Duration patience) {
    int usual = "https".equals(url.getScheme()) ? HTTPS : HTTP;
    int port = url.getPort() < 0 ? usual : url.getPort();
    String what = name + " at " + url.getHost() + ":" + port;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), port), (int) patience.toMillis());
      return Finding.ok("provider", what + " can be reached");
    } catch (IOException e) {
      return Finding.warning(
          "provider",
          what + " cannot be reached",
          "look at provider." + name + ".url, the firewall and the service; texts wait for a day");
    }
  }
}
