package io.haidang.models.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server on 127.0.0.1 that does to its client what a test tells it to, byte by byte, and
 * counts connections. Thread-safe.
 */
public final class ScriptedServer implements AutoCloseable {

  /** Answers one request. */
  @FunctionalInterface
  public interface Script {
    void answer(Exchange exchange) throws IOException;
  }

  /**
   * One request and the way back.
   *
   * @param head request line and headers
   */
  public record Exchange(String head, String body, Socket socket) {

    /** A whole answer. */
    public void send(int status, String headers, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      begin(status, headers, bytes.length);
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }

    /** The head of an answer that promises {@code length} bytes. */
    public void begin(int status, String headers, int length) throws IOException {
      String head =
          "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n"
              .formatted(status, headers, length);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    /** Waits until the client hangs up. */
    public void waitForHangUp() throws IOException {
      while (socket.getInputStream().read() >= 0) {
        // Whatever else it sends is of no interest.
      }
    }

    /** Tears the connection down without a goodbye. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
    }
  }

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private final Script script;

  private ScriptedServer(Script script) throws IOException {
    this.script = script;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Listens on a free port. */
  public static ScriptedServer start(Script script) {
    try {
      return new ScriptedServer(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Connections accepted so far, with or without a request. */
  public int connections() {
    return connections.get();
  }

  /** Requests so far. */
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String head = head(in);
      if (head.isEmpty()) {
        return;
      }
      Exchange exchange = new Exchange(head, body(in, head), socket);
      exchanges.add(exchange);
      script.answer(exchange);
    } catch (IOException e) {
      // The client hung up, which is what some tests are about.
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      head.write(b);
      String text = head.toString(StandardCharsets.ISO_8859_1);
      if (text.endsWith("\r\n\r\n")) {
        return text;
      }
    }
    return "";
  }

  private static String body(InputStream in, String head) throws IOException {
    for (String line : head.lines().toList()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        int length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
