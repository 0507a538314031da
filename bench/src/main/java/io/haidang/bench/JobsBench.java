package io.haidang.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.node.Gateway;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Handle;

/**
 * Prints how long a server takes to start when many translations wait, and how long a worker that
 * has ended one job waits for the next while they do.
 */
public final class JobsBench {

  private static final int JOBS = 100_000;
  private static final int CLAIMS = 1_000;
  private static final int WARM_UP = 100;

  private JobsBench() {}

  /**
   * Prints the figures.
   *
   * @param arguments the repository root; how many jobs (100,000); a JDBC URL of an empty
   *     PostgreSQL database and its user, without which an embedded database is made
   */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath();
    int jobs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : JOBS;
    Map<String, String> settings = new HashMap<>();
    settings.put("HAIDANG_HTTP_PORT", "0");
    settings.put("HAIDANG_DATA_FOLDER", Files.createTempDirectory("haidang-jobs-").toString());
    if (arguments.length > 3) {
      settings.put("HAIDANG_DATABASE_URL", arguments[2]);
      settings.put("HAIDANG_DATABASE_USER", arguments[3]);
    }
    GatewayConfig config = GatewayConfig.read(null, settings, root);
    fill(config, jobs);
    start(config, jobs);
    claim(config);
  }

  /** Jobs for tomorrow: a server that starts has to know of them, and nothing to do yet. */
  private static void fill(GatewayConfig config, int jobs) {
    try (Database database = open(config)) {
      Account author =
          new Accounts(database, Clock.systemUTC())
              .create("author", "author", Office.FIRST, "a password", Set.of(Role.EDITOR));
      ManyTexts.add(database, jobs, TargetState.DRAFT, author);
      database.jdbi().useTransaction(JobsBench::schedule);
    }
  }

  private static void schedule(Handle handle) {
    handle.execute(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
            + " select 'translate', cast(id as varchar(40)), current_timestamp + interval '1' day,"
            + " false, 1 from target");
  }

  private static void start(GatewayConfig config, int jobs) {
    long start = System.nanoTime();
    Gateway gateway = Gateway.start(config);
    double seconds = (System.nanoTime() - start) / 1e9;
    gateway.close();
    System.out.printf(Locale.ROOT, "%,d waiting jobs: started in %.1f s%n", jobs, seconds);
  }

  /** One worker with nothing to do but to ask for the next job; all jobs are due. */
  private static void claim(GatewayConfig config) throws InterruptedException {
    try (Database database = open(config)) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "update scheduled_tasks set execution_time = current_timestamp"
                          + " where task_name = 'translate'"));
      Worker worker = new Worker();
      Scheduler scheduler =
          Scheduler.create(database.dataSource(), worker.task)
              .threads(1)
              .pollingInterval(Duration.ofSeconds(1))
              .build();
      scheduler.start();
      worker.done.await();
      scheduler.stop();
      worker.report();
    }
  }

  private static Database open(GatewayConfig config) {
    return Database.open(config.databaseUrl(), config.databaseUser(), config.databasePassword());
  }

  /** Counts the nanoseconds between the end of a job and the begin of the next. */
  private static final class Worker {

    private final OneTimeTask<Void> task =
        Tasks.oneTime("translate", Void.class).execute((instance, context) -> work());
    private final CountDownLatch done = new CountDownLatch(1);
    private final long[] waited = new long[CLAIMS];
    private int claims = -WARM_UP;
    private long ended;

    private void work() {
      long now = System.nanoTime();
      if (claims >= 0 && claims < CLAIMS) {
        waited[claims] = now - ended;
      } else if (claims == CLAIMS) {
        done.countDown();
      }
      claims++;
      ended = System.nanoTime();
    }

    private void report() {
      long[] sorted = waited.clone();
      Arrays.sort(sorted);
      System.out.printf(
          Locale.ROOT,
          "from the end of a job to the begin of the next: p50 %.1f ms, p95 %.1f ms, max %.1f ms%n",
          sorted[CLAIMS / 2] / 1e6,
          sorted[CLAIMS * 95 / 100] / 1e6,
          sorted[CLAIMS - 1] / 1e6);
    }
  }
}
