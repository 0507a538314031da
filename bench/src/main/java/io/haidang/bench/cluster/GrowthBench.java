package io.haidang.bench.cluster;

import io.haidang.gateway.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the work of a day costs on one node, and on a gateway with one, two and three workers; and
 * from that what an office, a city and a country need. The arguments are the repository root and
 * how many drafts are measured with each number of workers.
 */
public final class GrowthBench {

  private static final int DRAFTS = 60;
  private static final int MOST_WORKERS = 3;
  private static final int WARM_UP = 3;
  private static final List<Integer> DRAFTS_A_DAY = List.of(10, 1_000, 100_000);

  private GrowthBench() {}

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args.length > 0 ? args[0] : ".").toAbsolutePath();
    int drafts = args.length > 1 ? Integer.parseInt(args[1]) : DRAFTS;
    List<String> lines = Files.readAllLines(root.resolve("bench/data/flores.vi"));
    System.out.println(
        "milliseconds of the processor: gateway + workers + PostgreSQL; drafts of "
            + Work.WORDS
            + " words");
    System.out.println(
        "| workers | draft | review | new sentence | known sentence | read | kB a draft | drafts/h |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    Costs shared = measure(root, lines, 0, drafts);
    for (int workers = 1; workers <= MOST_WORKERS; workers++) {
      Costs costs = measure(root, lines, workers, drafts);
      shared = workers == 1 ? costs : shared;
    }
    forecast(shared);
  }

  private static Costs measure(Path root, List<String> lines, int workers, int drafts)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("haidang-growth");
    try (Processes processes = new Processes(root, folder, 1, workers, false)) {
      processes.postgres().start();
      for (NodeProcess node : processes.nodes()) {
        node.start();
      }
      try (Database database =
          Database.open(processes.postgres().url(), PostgresProcess.USER, "")) {
        Work work = new Work(processes, database, lines);
        work.warmUp(Math.max(1, drafts / WARM_UP));
        Costs costs = work.measure(drafts);
        System.out.println(line(workers, costs));
        return costs;
      }
    }
  }

  private static String line(int workers, Costs costs) {
    return String.format(
        Locale.ROOT,
        "| %d | %s | %s | %s | %s | %s | %.0f | %.0f |",
        workers,
        millis(costs.draft()),
        millis(costs.review()),
        millis(costs.sentence()),
        millis(costs.known()),
        millis(costs.read()),
        costs.draftBytes() / 1e3,
        costs.draftsAnHour());
  }

  private static String millis(Spent spent) {
    return String.format(
        Locale.ROOT,
        "%.1f + %.1f + %.1f",
        1e3 * spent.gateways(),
        1e3 * spent.workers(),
        1e3 * spent.postgres());
  }

  private static void forecast(Costs costs) {
    System.out.println();
    System.out.println("processors that are needed, with one worker's figures");
    System.out.println("| drafts a day | gateways | workers | PostgreSQL | GB a year |");
    System.out.println("|---|---|---|---|---|");
    DRAFTS_A_DAY.forEach(drafts -> System.out.println(new Forecast(drafts, costs).line()));
  }
}
