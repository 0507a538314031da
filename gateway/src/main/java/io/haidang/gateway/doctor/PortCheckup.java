package io.haidang.gateway.doctor;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.config.HttpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the node can listen where it should, or already does. */
final class PortCheckup implements Checkup {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final GatewayConfig config;

  PortCheckup(GatewayConfig config) {
    this.config = config;
  }

  @Override
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(desk(config.http()));
    config.metrics().map(PortCheckup::metrics).ifPresent(findings::add);
    return findings;
  }

  private static Finding desk(HttpAddress http) {
    String host = http.host();
    int port = http.port();
    return port(
        "http.port",
        host,
        port,
        () ->
            http.tls().isPresent()
                ? unasked(host, port)
                : occupied("http.port", host, port, "/health/ready"));
  }

  private static Finding metrics(InetSocketAddress at) {
    String host = at.getHostString();
    String setting = "metrics.address";
    return port(
        setting, host, at.getPort(), () -> occupied(setting, host, at.getPort(), "/metrics"));
  }

  private static Finding port(String setting, String host, int port, Supplier<Finding> whenTaken) {
    String shown = host + ":" + port;
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return Finding.ok("port", shown + " is free");
    } catch (UnknownHostException e) {
      return Finding.fault("port", shown + ": no such address here", "set " + setting);
    } catch (IOException e) {
      return whenTaken.get();
    }
  }

  /** Over TLS it goes by a name that this machine need not know. */
  private static Finding unasked(String host, int port) {
    return Finding.ok("port", host + ":" + port + ": in use; with TLS, ask it by its name");
  }

  private static Finding occupied(String setting, String host, int port, String path) {
    String shown = host + ":" + port;
    return answer(host, port, path)
        .map(answer -> running(shown, answer))
        .orElseGet(
            () ->
                Finding.fault(
                    "port",
                    shown + " cannot be listened on, and no Hải Đăng answers there",
                    "stop the program that has it (ss -ltnp), or set " + setting));
  }

  private static Finding running(String shown, HttpResponse<String> answer) {
    return answer.statusCode() == 200
        ? Finding.ok("port", shown + ": Hải Đăng is running")
        : Finding.fault(
            "port",
            shown + ": Hải Đăng is running and says " + answer.body(),
            "docs/monitoring.md says what to do about each reason");
  }

  /** What Hải Đăng says there; empty when it is something else. */
  private static Optional<HttpResponse<String>> answer(String host, int port, String path) {
    String reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host;
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + reachable + ":" + port + path))
              .timeout(PATIENCE)
              .build();
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(request, BodyHandlers.ofString());
      boolean ours = answer.body().contains("\"components\"") || answer.body().contains("haidang_");
      return ours ? Optional.of(answer) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
