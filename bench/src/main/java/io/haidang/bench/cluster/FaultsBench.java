package io.haidang.bench.cluster;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A day of an office, with a process killed every twenty seconds: two gateways, two workers and
 * PostgreSQL. Editors hand in, reviewers edit and approve, portals wait for sentences. At the end
 * everything that was promised has to be there, once. The arguments are the repository root,
 * minutes, and a seed; the exit status is 1 when something is not as promised.
 */
public final class FaultsBench {

  private static final int EDITORS = 3;
  private static final int REVIEWERS = 2;
  private static final int PORTALS = 2;
  private static final long KILL_MILLIS = 20_000;
  private static final long CATCHING_UP_MINUTES = 5;
  private static final long LOOK_MILLIS = 1_000;

  private final Processes processes;
  private final List<String> sentences;
  private final long seed;
  private final Ledger ledger = new Ledger();
  private final List<String> keys = new ArrayList<>();

  private FaultsBench(Processes processes, List<String> sentences, long seed) {
    this.processes = processes;
    this.sentences = sentences;
    this.seed = seed;
  }

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args.length > 0 ? args[0] : ".").toAbsolutePath();
    double minutes = args.length > 1 ? Double.parseDouble(args[1]) : 10;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    Path folder = Files.createTempDirectory("haidang-faults");
    System.out.println("logs in " + folder);
    List<String> sentences = Files.readAllLines(root.resolve("bench/data/flores.vi"));
    List<String> faults;
    try (Processes processes = new Processes(root, folder, 2, 2, false)) {
      faults = new FaultsBench(processes, sentences, seed).run(minutes);
    }
    faults.forEach(System.out::println);
    System.out.println(faults.isEmpty() ? "everything is there, once" : "NOT AS PROMISED");
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  private List<String> run(double minutes) throws IOException, InterruptedException {
    processes.postgres().start();
    hire();
    for (NodeProcess node : processes.nodes()) {
      node.start();
    }
    long end = System.nanoTime() + (long) (minutes * 60e9);
    BooleanSupplier isOver = () -> System.nanoTime() > end;
    Killer killer = new Killer(processes.all(), seed, KILL_MILLIS);
    ExecutorService town = Executors.newCachedThreadPool();
    colleagues(isOver).forEach(town::execute);
    killer.run(isOver);
    town.shutdown();
    if (!town.awaitTermination(CATCHING_UP_MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException("colleagues: still at work (expected: done)");
    }
    return verdict(killer);
  }

  /** Reviewers may write, too, and try to approve their own texts. */
  private void hire() {
    try (Database database = Database.open(processes.postgres().url(), PostgresProcess.USER, "")) {
      Accounts accounts = new Accounts(database, Clock.systemUTC());
      for (int i = 0; i < EDITORS + REVIEWERS; i++) {
        Set<Role> roles = i < REVIEWERS ? Set.of(Role.EDITOR, Role.REVIEWER) : Set.of(Role.EDITOR);
        Account account =
            accounts.create("person" + i, "Người " + i, Office.FIRST, "mật khẩu dài " + i, roles);
        keys.add(accounts.createApiKey(account.id(), "load"));
      }
    }
  }

  private List<Runnable> colleagues(BooleanSupplier isOver) {
    List<Runnable> colleagues = new ArrayList<>();
    for (int i = 0; i < REVIEWERS; i++) {
      colleagues.add(new Reviewer(desk(i), ledger, seed + i, isOver));
    }
    for (int i = 0; i < EDITORS; i++) {
      colleagues.add(new Editor(desk(i + 1), ledger, seed + 10 + i, isOver, sentences));
    }
    for (int i = 0; i < PORTALS; i++) {
      Desk desk = desk(REVIEWERS + i);
      colleagues.add(new Portal(desk, ledger, seed + 20 + i, isOver, sentences));
    }
    return colleagues;
  }

  private Desk desk(int person) {
    return new Desk(processes.gateways(), keys.get(person));
  }

  private List<String> verdict(Killer killer) throws InterruptedException {
    try (Database database = Database.open(processes.postgres().url(), PostgresProcess.USER, "")) {
      Verdict verdict = new Verdict(ledger, database);
      long start = System.nanoTime();
      long latest = start + TimeUnit.MINUTES.toNanos(CATCHING_UP_MINUTES);
      while (verdict.unfinished() > 0 && System.nanoTime() < latest) {
        Thread.sleep(LOOK_MILLIS);
      }
      System.out.printf(
          Locale.ROOT,
          "%d kills; %d drafts taken in, all translated %.0f s after the end; %d edits and %d"
              + " approvals acknowledged; %d of %d sentences answered; faults of the server by status"
              + " %s%n",
          killer.kills(),
          ledger.drafts().size(),
          (System.nanoTime() - start) / 1e9,
          ledger.edits().values().stream().mapToInt(Set::size).sum(),
          ledger.approvals(),
          ledger.answered(),
          ledger.answered() + ledger.unanswered(),
          ledger.faults());
      return verdict.faults();
    }
  }
}
