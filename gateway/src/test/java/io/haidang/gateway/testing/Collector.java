package io.haidang.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.haidang.gateway.traces.TraceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Takes traces as a collector does: OTLP over HTTP, in protobuf. Safe for concurrent use.
 *
 * <p><b>Owns:</b> its server, until {@link #close}.
 */
public final class Collector implements AfterAllCallback, AutoCloseable {

  private static final int BACKLOG = 16;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<byte[]> bodies = new ConcurrentLinkedQueue<>();
  private final Queue<String> heads = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private final Runnable before;

  private Collector(int port, Runnable before) {
    this.before = before;
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  /** One at a free port. */
  public static Collector start() {
    return at(0);
  }

  /** One at a port, such as that of another that is gone. */
  public static Collector at(int port) {
    return new Collector(port, () -> {});
  }

  /** One that does something before it answers. */
  public static Collector busy(Runnable before) {
    return new Collector(0, before);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** What a node is configured with that sends all of its traces here. */
  public TraceSettings settings() {
    return settings("", 100);
  }

  public TraceSettings settings(String authorization, int percent) {
    return new TraceSettings(URI.create("http://127.0.0.1:" + port()), authorization, percent);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      before.run();
      heads.add(
          String.join(
              " ",
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
      bodies.add(body);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** Method, path, type and authorization of each request. */
  public List<String> heads() {
    return List.copyOf(heads);
  }

  /** Everything that has arrived, of which texts can be read as they are. */
  public String everything() {
    StringBuilder all = new StringBuilder();
    bodies.forEach(body -> all.append(new String(body, StandardCharsets.UTF_8)));
    return all.toString();
  }

  public List<ReceivedSpan> spans() {
    return bodies.stream().flatMap(body -> ReceivedSpan.read(body).stream()).toList();
  }

  public List<ReceivedSpan> spans(Predicate<ReceivedSpan> wanted) {
    return spans().stream().filter(wanted).toList();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
