package io.haidang.bench.cluster;

import io.haidang.bench.LoadRun;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a second worker brings, each on one processor, and how soon a third one takes its share.
 * Gateway, database and callers use the same processors, so that more than the workers' time is
 * shared. The arguments are the repository root and the number of sentences of a round.
 */
public final class ScaleBench {

  private static final int CALLERS = 32;
  private static final int SENTENCES = 600;
  private static final int ROUNDS = 2;
  private static final int THIRD = 2;
  private static final long LOOK_MILLIS = 100;

  private final Processes processes;
  private final List<String> lines;
  private final AtomicInteger next = new AtomicInteger();

  private ScaleBench(Processes processes, List<String> lines) {
    this.processes = processes;
    this.lines = lines;
  }

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args.length > 0 ? args[0] : ".").toAbsolutePath();
    int sentences = args.length > 1 ? Integer.parseInt(args[1]) : SENTENCES;
    Path folder = Files.createTempDirectory("haidang-scale");
    List<String> lines = Files.readAllLines(root.resolve("bench/data/flores.vi"));
    try (Processes processes = new Processes(root, folder, 1, 3, true)) {
      new ScaleBench(processes, lines).run(sentences);
    }
  }

  private void run(int sentences) throws Exception {
    processes.postgres().start();
    Desk desk = new Desk(processes.gateways(), key());
    List<NodeProcess> nodes = processes.nodes();
    nodes.get(0).start();
    nodes.get(1).start();
    double one = best(desk, sentences);
    nodes.get(2).start();
    double two = best(desk, sentences);
    System.out.printf(
        Locale.ROOT, "one worker %.1f sentences/s, two %.1f: %.2f times%n", one, two, two / one);
    join(desk, nodes.get(3));
  }

  private String key() {
    try (Database database = Database.open(processes.postgres().url(), PostgresProcess.USER, "")) {
      Accounts accounts = new Accounts(database, Clock.systemUTC());
      Account account =
          accounts.create("lan", "Lan", Office.FIRST, "mật khẩu dài", Set.of(Role.EDITOR));
      return accounts.createApiKey(account.id(), "load");
    }
  }

  /** Sentences a second, after a round in which everything gets compiled. */
  private double best(Desk desk, int sentences) {
    load(desk, sentences);
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      LoadRun run = load(desk, sentences);
      best = Math.max(best, run.good() * 1e9 / (System.nanoTime() - start));
    }
    return best;
  }

  private LoadRun load(Desk desk, int sentences) {
    try {
      return LoadRun.of(CALLERS, sentences, caller -> translate(desk));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("load: not run to its end", e);
    }
  }

  private boolean translate(Desk desk) {
    int number = next.incrementAndGet();
    String text = "Tin số " + number + ": " + lines.get(number % lines.size());
    try {
      return desk.post(
              "translations", Map.of("text", text, "sourceLanguage", "vi", "targetLanguage", "en"))
          .isGood();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Under load, from the start of the process to its first batch. */
  private void join(Desk desk, NodeProcess third) throws IOException, InterruptedException {
    CompletableFuture<Void> load =
        CompletableFuture.runAsync(
            () -> {
              while (batches() == 0) {
                LoadRun unused = load(desk, CALLERS);
              }
            });
    long start = System.nanoTime();
    third.start();
    double ready = (System.nanoTime() - start) / 1e9;
    while (batches() == 0) {
      Thread.sleep(LOOK_MILLIS);
    }
    System.out.printf(
        Locale.ROOT,
        "a third worker is ready after %.1f s, and has its first batch after %.1f s%n",
        ready,
        (System.nanoTime() - start) / 1e9);
    load.join();
  }

  /** Batches of the third worker that somebody waited for. */
  private long batches() {
    URI at = processes.workers().get(THIRD).resolve("/metrics");
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith("haidang_model_batch_rows_count"))
          .filter(line -> line.contains("interactive"))
          .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException e) {
      return 0; // It is not up yet.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
