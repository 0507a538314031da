package io.haidang.models.registry;

import io.haidang.models.testing.ScriptedServer;
import io.haidang.models.testing.ScriptedServer.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A local web server whose files break off, stall and lie as a test wants. */
final class ModelServer implements AutoCloseable {

  private final ScriptedServer server = ScriptedServer.start(this::serve);
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, Deque<Integer>> endsAt = new HashMap<>();
  private String tag = "\"one\"";
  private boolean stalls;
  private boolean ignoresRanges;
  private boolean answersAnotherRange;

  URI uri(String path) {
    return server.url().resolve(path);
  }

  synchronized void put(String path, byte[] content) {
    files.put(path, content);
  }

  /** The next answers end after so many bytes of their bodies, once each. */
  synchronized void breakOff(String path, Integer... bytes) {
    endsAt.put(path, new ArrayDeque<>(List.of(bytes)));
  }

  /** The next answer stops coming after so many bytes, once, while the connection stays open. */
  synchronized void stall(String path, int bytes) {
    breakOff(path, bytes);
    stalls = true;
  }

  synchronized void change(String path, byte[] content, String newTag) {
    files.put(path, content);
    tag = newTag;
  }

  synchronized void ignoreRanges() {
    ignoresRanges = true;
  }

  synchronized void answerAnotherRange() {
    answersAnotherRange = true;
  }

  /** The ranges that were asked for, in order; "all" where none was. */
  List<String> ranges() {
    return server.exchanges().stream().map(exchange -> header(exchange, "Range", "all")).toList();
  }

  private void serve(Exchange exchange) throws IOException {
    Answer answer = answer(exchange);
    if (answer.status() == 404) {
      exchange.send(404, "", "");
      return;
    }
    exchange.begin(answer.status(), answer.headers(), answer.promised());
    OutputStream out = exchange.socket().getOutputStream();
    answer.body().transferTo(out);
    out.flush();
    if (answer.stalls()) {
      exchange.waitForHangUp();
    }
  }

  private record Answer(
      int status, String headers, int promised, InputStream body, boolean stalls) {}

  private synchronized Answer answer(Exchange exchange) {
    String path = exchange.head().split(" ", -1)[1].replaceFirst("\\?.*", "");
    byte[] content = files.get(path);
    if (content == null) {
      return new Answer(404, "", 0, InputStream.nullInputStream(), false);
    }
    int from = from(exchange);
    Integer end = endsAt.getOrDefault(path, new ArrayDeque<>()).poll();
    int last = end == null ? content.length : Math.min(content.length, from + end);
    String range = "";
    if (from > 0) {
      int said = answersAnotherRange ? from + 1 : from;
      range =
          "Content-Range: bytes %d-%d/%d\r\n".formatted(said, content.length - 1, content.length);
    }
    return new Answer(
        from > 0 ? 206 : 200,
        "ETag: " + tag + "\r\n" + range,
        content.length - from,
        new ByteArrayInputStream(content, from, last - from),
        stalls && end != null);
  }

  private int from(Exchange exchange) {
    String range = header(exchange, "Range", "");
    boolean same = tag.equals(header(exchange, "If-Range", ""));
    return range.isEmpty() || !same || ignoresRanges
        ? 0
        : Integer.parseInt(range.replaceAll("\\D", ""));
  }

  private static String header(Exchange exchange, String name, String absent) {
    String start = name + ": ";
    return exchange
        .head()
        .lines()
        .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElse(absent);
  }

  @Override
  public void close() {
    server.close();
  }
}
