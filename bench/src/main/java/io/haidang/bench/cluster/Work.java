package io.haidang.bench.cluster;

import io.haidang.bench.LoadRun;
import io.haidang.bench.cluster.Desk.Answer;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** The kinds of work of a day, one after the other, so that each can be told what it costs. */
final class Work {

  /** Of a draft, about: a notice of the city. */
  static final int WORDS = 300;

  private static final int SENTENCES = 12;
  private static final int CALLERS = 4;
  private static final int KNOWN = 20;
  private static final long LOOK_MILLIS = 200;
  private static final Map<String, String> PAIR =
      Map.of("sourceLanguage", "vi", "targetLanguage", "en");

  private final Processes processes;
  private final Database database;
  private final List<String> lines;
  private final Ledger ledger = new Ledger();
  private final AtomicInteger next = new AtomicInteger();
  private final Desk editor;
  private final Desk reviewer;

  Work(Processes processes, Database database, List<String> lines) {
    this.processes = processes;
    this.database = database;
    this.lines = lines;
    this.editor = desk("lan", Set.of(Role.EDITOR));
    this.reviewer = desk("minh", Set.of(Role.REVIEWER));
  }

  private Desk desk(String login, Set<Role> roles) {
    Accounts accounts = new Accounts(database, Clock.systemUTC());
    Account account = accounts.create(login, login, Office.FIRST, "mật khẩu dài", roles);
    return new Desk(processes.gateways(), accounts.createApiKey(account.id(), "load"));
  }

  /** Does everything a little, so that nothing is compiled for the first time later. */
  void warmUp(int drafts) {
    Costs unused = measure(drafts);
  }

  /** Does as much as {@code drafts} say, and some multiples of it. */
  Costs measure(int drafts) {
    long bytes = processes.postgres().bytes();
    long start = System.nanoTime();
    Spent draft = cost(drafts, () -> translateAll(drafts));
    double hours = (System.nanoTime() - start) / 3.6e12;
    Reviewer reviews = new Reviewer(reviewer, ledger, 1, () -> false);
    Spent review = cost(drafts, () -> review(reviews, drafts));
    double grown = processes.postgres().bytes() - bytes;
    return new Costs(
        draft,
        review,
        cost(4 * drafts, () -> load(4 * drafts, this::newSentence)),
        cost(20 * drafts, () -> load(20 * drafts, this::knownSentence)),
        cost(10 * drafts, () -> load(10 * drafts, this::read)),
        grown / drafts,
        drafts / hours);
  }

  private Spent cost(int count, Runnable work) {
    Spent before = Spent.now(processes);
    work.run();
    return Spent.now(processes).since(before).times(1.0 / count);
  }

  private interface Call {
    Answer send() throws InterruptedException;
  }

  private static void load(int calls, Call call) {
    try {
      LoadRun run = LoadRun.of(CALLERS, calls, caller -> isGood(call));
      if (run.bad() > 0) {
        System.out.println(run.bad() + " of " + calls + " refused; figures are too low by as much");
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("load: not run to its end", e);
    }
  }

  private static boolean isGood(Call call) {
    try {
      return call.send().isGood();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void translateAll(int drafts) {
    load(drafts, this::draft);
    Verdict verdict = new Verdict(ledger, database);
    while (verdict.unfinished() > 0) {
      pause();
    }
  }

  private Answer draft() throws InterruptedException {
    StringBuilder text = new StringBuilder(newLine());
    for (int i = 1; i < SENTENCES; i++) {
      text.append('\n').append(newLine());
    }
    Map<String, Object> draft =
        Map.of(
            "title",
            "Bản tin",
            "content",
            text.toString(),
            "sourceLanguage",
            "vi",
            "targetLanguages",
            List.of("en"));
    Answer answer = editor.post("drafts", draft, UUID.randomUUID().toString());
    if (answer.isGood()) {
      ledger.accepted(UUID.fromString(answer.json().at("/targets/0/id").asText()));
    }
    return answer;
  }

  private static void review(Reviewer reviews, int count) {
    try {
      for (int i = 0; i < count; i++) {
        reviews.act();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("review: interrupted", e);
    }
  }

  private Answer newSentence() throws InterruptedException {
    return translate(newLine());
  }

  private Answer knownSentence() throws InterruptedException {
    return translate(lines.get(next.getAndIncrement() % KNOWN));
  }

  private Answer translate(String text) throws InterruptedException {
    Map<String, String> body = new HashMap<>(PAIR);
    body.put("text", text);
    return editor.post("translations", body);
  }

  private Answer read() throws InterruptedException {
    if (next.getAndIncrement() % 2 == 0) {
      return reviewer.get("targets?limit=50");
    }
    UUID any = ledger.drafts().iterator().next();
    return reviewer.get("targets/" + any + "/segments");
  }

  private String newLine() {
    int number = next.incrementAndGet();
    return "Tin số " + number + ": " + lines.get(number % lines.size());
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("waiting: interrupted", e);
    }
  }
}
