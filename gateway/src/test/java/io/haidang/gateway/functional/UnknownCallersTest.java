package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers without a key, many at a time and with much to say. */
class UnknownCallersTest {

  private static final int CALLERS = 200;
  private static final int LENGTH = 32 << 20;
  private static final int PATIENCE_MILLIS = 20_000;

  /** Half of what a single one of their bodies would take, were it read. */
  private static final long MOST_HEAP = LENGTH / 2;

  private static final byte[] PIECE = new byte[64 << 10];

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  @Test
  @Provokes(ErrorCode.NOT_SIGNED_IN)
  void bodies_ofCallersWithoutAKey_takeNoMemory() throws Exception {
    flood(10); // What classes and buffers take once is not what callers take.
    Memory before = Memory.now();
    List<String> answers = flood(CALLERS);
    Memory after = Memory.now();

    System.out.printf(
        "%d callers without a key, %d MiB each: heap %.1f → %.1f MiB, resident %.1f → %.1f MiB%n",
        CALLERS,
        LENGTH >> 20,
        before.heap / 1e6,
        after.heap / 1e6,
        before.resident / 1e6,
        after.resident / 1e6);
    assertThat(answers).hasSize(CALLERS).allMatch(line -> line.startsWith("HTTP/1.1 401 "));
    Provoked.note(ErrorCode.NOT_SIGNED_IN);
    assertThat(after.heap - before.heap).isLessThan(MOST_HEAP);
  }

  /** Each caller's first line of the answer, which has to come before the body is sent. */
  private static List<String> flood(int callers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        calls.add(() -> call("/api/v1/drafts"));
      }
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  private static String call(String path) throws IOException {
    URI address = URI.create(GATEWAY.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST "
                  + path
                  + " HTTP/1.1\r\nHost: desk\r\nContent-Type: application/json\r\n"
                  + "Content-Length: "
                  + LENGTH
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String line = firstLine(socket);
      send(out);
      return line;
    }
  }

  private static String firstLine(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = socket.getInputStream().read();
        c >= 0 && c != '\r';
        c = socket.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private static void send(OutputStream out) {
    try {
      for (int sent = 0; sent < LENGTH; sent += PIECE.length) {
        out.write(PIECE);
      }
    } catch (IOException e) {
      // The server has heard enough.
    }
  }

  /** What this process takes, in bytes. */
  private record Memory(long heap, long resident) {

    private static Memory now() throws IOException {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      long heap = runtime.totalMemory() - runtime.freeMemory();
      long kilobytes =
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0);
      return new Memory(heap, kilobytes * 1024);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/drafts", "/v2/translate", "/stories", "/glossary/import"})
  void body_ofACallerWithoutAKey_isNotAwaited(String path) throws IOException {
    assertThat(call(path)).matches("HTTP/1.1 (401|403|413) .*");
  }
}
