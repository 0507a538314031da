package io.haidang.bench;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.queue.Queue;
import io.haidang.gateway.queue.QueueFilter;
import io.haidang.gateway.queue.QueueServices;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetState;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures pages of a queue in which many texts wait: the middle of eleven tries of each. */
public final class QueueBench {

  private static final int TEXTS = 100_000;
  private static final int PAGE = 50;
  private static final int TRIES = 11;

  private QueueBench() {}

  /**
   * Prints a table.
   *
   * @param arguments how many texts (100,000), then a JDBC URL of an empty PostgreSQL database and
   *     its user; without these an embedded database is made in a folder of its own
   */
  public static void main(String[] arguments) throws IOException {
    int texts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TEXTS;
    String url =
        arguments.length > 1
            ? arguments[1]
            : GatewayConfig.embedded(Files.createTempDirectory("haidang-bench-"));
    String user = arguments.length > 2 ? arguments[2] : "haidang";
    try (Database database = Database.open(url, user, "")) {
      Account author = account(database, "author", Role.EDITOR);
      Account reviewer = account(database, "reviewer", Role.REVIEWER);
      ManyTexts.add(database, texts, TargetState.IN_REVIEW, author);
      measure(
          QueueServices.open(database, new Accounts(database, Clock.systemUTC()), Clock.systemUTC())
              .queue(),
          reviewer);
    }
  }

  private static void measure(Queue queue, Account reviewer) {
    System.out.println("of the queue                          ms");
    time("first page", () -> queue.page(filter(""), reviewer, 0, PAGE));
    time("page 1,000", () -> queue.page(filter(""), reviewer, 1_000 * PAGE, PAGE));
    time("first page, one language", () -> queue.page(filter("language=ja"), reviewer, 0, PAGE));
    time("first page, free", () -> queue.page(filter("whose=free"), reviewer, 0, PAGE));
    time("first page, mine", () -> queue.page(filter("whose=mine"), reviewer, 0, PAGE));
    time("first page, title of one text", () -> queue.page(filter("title=no 77"), reviewer, 0, 50));
    time("counts of the states", () -> queue.counts(reviewer));
    time("take the next one", () -> queue.takeNext(filter(""), reviewer));
  }

  private static QueueFilter filter(String query) {
    var values =
        Stream.of(query.split("&", -1))
            .filter(part -> !part.isEmpty())
            .map(part -> part.split("=", -1))
            .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    return QueueFilter.of(name -> values.getOrDefault(name, ""));
  }

  private static void time(String what, Runnable step) {
    double[] tries = new double[TRIES];
    for (int i = 0; i < TRIES; i++) {
      long start = System.nanoTime();
      step.run();
      tries[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(tries);
    System.out.printf(Locale.ROOT, "%-30s %9.1f%n", what, tries[TRIES / 2]);
  }

  private static Account account(Database database, String login, Role role) {
    return new Accounts(database, Clock.systemUTC())
        .create(login, login, Office.FIRST, "a password of the bench", Set.of(role));
  }
}
