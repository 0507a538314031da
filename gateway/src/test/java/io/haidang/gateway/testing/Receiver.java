package io.haidang.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.haidang.gateway.webhook.AddressBlock;
import io.haidang.gateway.webhook.AddressRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A program that wants to be told what happens, and checks signatures as the specification Standard
 * Webhooks says.
 *
 * <p><b>Owns:</b> its server, until {@link #close}.
 */
public final class Receiver implements AutoCloseable {

  /** What lets messages come here. */
  public static final AddressRules LOOPBACK =
      new AddressRules(List.of(AddressBlock.of("127.0.0.0/8")));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Behaviour behaviour = answering(204);

  /** A message as it came in. */
  public record Received(String id, long seconds, String signature, String path, String body) {

    /** Whether one of the signatures is that of {@code secret}. */
    public boolean isSignedWith(String secret) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signed = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
        String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        return List.of(signature.split(" ", -1)).contains(expected);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** What the program does with a message. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(HttpExchange exchange, Received message) throws IOException;
  }

  private Receiver(HttpServer server) {
    this.server = server;
  }

  /** A program that takes everything, on a free port. */
  public static Receiver start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Receiver receiver = new Receiver(server);
      server.setExecutor(receiver.threads);
      server.createContext("/", receiver::take);
      server.start();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Received message =
        new Received(
            exchange.getRequestHeaders().getFirst("webhook-id"),
            Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            exchange.getRequestURI().toString(),
            body);
    received.add(message);
    behaviour.answer(exchange, message);
  }

  /** Answers with a status, and nothing else. */
  public static Behaviour answering(int status, String... headers) {
    return (exchange, message) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  public void behave(Behaviour next) {
    behaviour = next;
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/hook?from=desk";
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Everything that came in, in that order. */
  public List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
