package io.haidang.gateway.testing;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears server-sent events, on a thread of its own, until the server ends them. */
public final class Listener {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CompletableFuture<?> end;

  public Listener(HttpClient http, HttpRequest request) {
    end =
        http.sendAsync(request, BodyHandlers.ofLines())
            .thenAcceptAsync(response -> response.body().forEach(lines::add), Listener::begin);
  }

  private static void begin(Runnable work) {
    Thread thread = new Thread(work, "listener");
    thread.setDaemon(true);
    thread.start();
  }

  /** What was heard so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  public boolean has(String text) {
    return lines.stream().anyMatch(line -> line.contains(text));
  }

  /** The id of the last event; empty before the first. */
  public String lastId() {
    return lines.stream()
        .filter(line -> line.startsWith("id: "))
        .reduce("", (before, line) -> line.substring(4));
  }

  /** Whether the server has ended it, or broken it off. */
  public boolean isOver() {
    return end.isDone();
  }

  /** Whether it was ended, as opposed to broken off. */
  public boolean endedWell() {
    return end.isDone() && !end.isCompletedExceptionally();
  }

  public void close() {
    end.cancel(true);
  }
}
