package io.haidang.bench;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.node.Gateway;
import io.haidang.gateway.node.TranslationEngine;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.Deadline;
import io.haidang.models.LanguagePair;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Prints what the way from a client to the engine and back costs: sentences that nobody has asked
 * for before, through the API from one key and from two, beside the same sentences in the engine
 * itself; and how long an answer to a right key and to a wrong one takes. The arguments are the
 * repository root and, if wanted, the number of sentences.
 */
public final class GatewayLoadBench {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final LocalDate DATE = LocalDate.parse("2026-03-02");
  private static final int SENTENCES = 2_000;
  private static final int KEY_CALLS = 400;

  /** Before anything is measured: a server that has just begun is busy compiling itself. */
  private static final int WARM_UP = 1_000;

  private final List<String> lines;
  private final Gateway gateway;
  private final SegmentTranslator engine;
  private final TranslationContext context =
      new TranslationContext(PAIR, DATE, new TermEnforcer(Glossary.starter()));
  private int next;

  private GatewayLoadBench(List<String> lines, Gateway gateway, SegmentTranslator engine) {
    this.lines = lines;
    this.gateway = gateway;
    this.engine = engine;
  }

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args.length == 0 ? "." : args[0]).toAbsolutePath();
    int sentences = args.length < 2 ? SENTENCES : Integer.parseInt(args[1]);
    List<String> lines = Files.readAllLines(root.resolve("bench/data/flores.vi"));
    Path data = Files.createTempDirectory("haidang-load");
    Map<String, String> settings =
        Map.of("HAIDANG_HTTP_PORT", "0", "HAIDANG_DATA_FOLDER", data.toString());
    GatewayConfig config = GatewayConfig.read(null, settings, root);
    try (Gateway gateway = Gateway.start(config);
        TranslationEngine engine = TranslationEngine.open(config, config.workers())) {
      new GatewayLoadBench(lines, gateway, engine.translator()).run(sentences);
    }
  }

  private void run(int sentences) throws Exception {
    gateway.accounts().createFirstAccounts(Office.FIRST);
    String one = key("one");
    String other = key("other");
    bare(64, WARM_UP);
    http(64, 2 * WARM_UP, one, other); // The longer way: more for the compiler to do.
    keys(one);
    Outcome bare64 = bare(64, sentences);
    report("one key, 64 connections", http(64, sentences, one, one), bare64);
    report("two keys, 32 connections each", http(64, sentences, one, other), bare(64, sentences));
    report("one key, 32 connections", http(32, sentences, one, one), bare(32, sentences));
  }

  private String key(String name) {
    Accounts accounts = gateway.accounts();
    Account editor = accounts.findByLogin("editor").orElseThrow();
    return accounts.createApiKey(editor.id(), name);
  }

  /** A text that nobody has asked for before. */
  private synchronized String text() {
    int number = next++;
    String line = lines.get(number % lines.size());
    int round = number / lines.size();
    return round == 0 ? line : "Theo bản tin số " + round + ": " + line;
  }

  /** The engine alone, with as many callers. */
  private Outcome bare(int callers, int sentences) throws Exception {
    return measure(callers, sentences, caller -> translate(text()));
  }

  private static Outcome measure(int callers, int sentences, IntPredicate call) throws Exception {
    long start = System.nanoTime();
    long cpu = ProcessFigures.cpuNanos();
    LoadRun run = LoadRun.of(callers, sentences, call);
    double perSecond = run.good() * 1e9 / (System.nanoTime() - start);
    double cpuMillis = (ProcessFigures.cpuNanos() - cpu) / 1e6 / Math.max(1, run.good());
    return new Outcome(perSecond, cpuMillis, run.bad(), share(run));
  }

  private boolean translate(String text) {
    SegmentedDocument document = SegmentedDocument.read(DocumentFormat.PLAIN, text, PAIR.source());
    return !engine
        .translate(document.segments(), context, CallContext.interactive(Deadline.NONE))
        .isEmpty();
  }

  /** The same through the API; half the connections have one key, half the other. */
  private Outcome http(int connections, int sentences, String one, String other) throws Exception {
    LoadClient first = new LoadClient(gateway.address(), one);
    LoadClient second = new LoadClient(gateway.address(), other);
    return measure(
        connections,
        sentences,
        caller -> (caller % 2 == 0 ? first : second).translate(text(), DATE) == 200);
  }

  /**
   * What came of it.
   *
   * @param cpuMillis processor time of the whole process for each sentence, callers included
   * @param shareOfFirst how much was done for the even callers
   */
  private record Outcome(double perSecond, double cpuMillis, int bad, double shareOfFirst) {}

  /** How much of what was done when the first caller had nothing left went to the even ones. */
  private static double share(LoadRun run) {
    int all = IntStream.of(run.goodByCaller()).sum();
    int even =
        IntStream.range(0, run.goodByCaller().length)
            .filter(caller -> caller % 2 == 0)
            .map(caller -> run.goodByCaller()[caller])
            .sum();
    return (double) even / Math.max(1, all);
  }

  private static void report(String name, Outcome outcome, Outcome bare) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f sentences/s, %d refused; the engine itself %.1f: %.0f %%; processor time %.1f and"
            + " %.1f ms each: %.0f %%; share of the even connections %.1f %%%n",
        name,
        outcome.perSecond,
        outcome.bad,
        bare.perSecond,
        100 * outcome.perSecond / bare.perSecond,
        outcome.cpuMillis,
        bare.cpuMillis,
        100 * bare.cpuMillis / outcome.cpuMillis,
        100 * outcome.shareOfFirst);
  }

  /**
   * By turns, so that what else happens meanwhile falls on all: a key, one that is wrong in its
   * last character, and one that is like none.
   */
  private void keys(String right) {
    Map<String, String> keys =
        Map.of(
            "right", right,
            "wrong at the end", right.substring(0, right.length() - 1) + "_",
            "wrong altogether", "hd_" + "x".repeat(right.length() - 3));
    Map<String, long[]> nanos = new TreeMap<>();
    for (int i = 0; i < KEY_CALLS; i++) {
      for (Map.Entry<String, String> key : keys.entrySet()) {
        nanos.computeIfAbsent(key.getKey(), name -> new long[KEY_CALLS])[i] =
            new LoadClient(gateway.address(), key.getValue()).me();
      }
    }
    nanos.forEach(
        (name, taken) ->
            System.out.printf(
                Locale.ROOT,
                "key %s: p50 %.2f ms, p90 %.2f ms%n",
                name,
                percentile(taken, 50),
                percentile(taken, 90)));
  }

  private static double percentile(long[] nanos, int percent) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1] / 1e6;
  }
}
