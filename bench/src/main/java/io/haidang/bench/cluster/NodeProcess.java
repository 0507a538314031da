package io.haidang.bench.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway or a worker. */
final class NodeProcess implements Killable {

  private static final HttpClient PROBE =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private static final Duration PROBING = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 100;

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final URI health;
  private final Path log;
  private volatile @Nullable ChildProcess process;

  /**
   * One that is not started yet.
   *
   * @param environment added to that of this process
   * @param health where it says whether it is ready
   * @param log what it prints is added to this file
   */
  NodeProcess(
      String name, List<String> command, Map<String, String> environment, URI health, Path log) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.health = health;
    this.log = log;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() throws IOException, InterruptedException {
    ChildProcess started = ChildProcess.start(command, environment, log);
    process = started;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!started.isAlive() || System.nanoTime() > end) {
        throw new IOException(name + ": does not come up (expected: ready), see " + log);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Whether it says so at this moment. */
  boolean isReady() throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(PROBING).build();
      return PROBE.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public double processorSeconds() {
    ChildProcess running = process;
    return running == null ? 0 : running.processorSeconds();
  }

  /** Memory that it holds; 0 when it is not running. */
  long residentBytes() {
    ChildProcess running = process;
    return running == null ? 0 : running.residentBytes();
  }

  @Override
  public void kill() {
    ChildProcess running = process;
    if (running != null) {
      running.kill();
    }
  }
}
