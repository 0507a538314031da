package io.haidang.bench;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.memory.DeskMemory;
import io.haidang.gateway.memory.ImportChoice;
import io.haidang.gateway.memory.Labels;
import io.haidang.gateway.memory.MemoryImport;
import io.haidang.gateway.store.Database;
import io.haidang.models.LanguagePair;
import io.haidang.translation.memory.Concordance;
import io.haidang.translation.memory.MemoryMatch;
import io.haidang.translation.memory.MemoryQuery;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures the translation memory in the embedded database: a TMX file taken in, then lookups by
 * one thread, each a sentence of the memory with some words changed. Beside the time that passed it
 * gives the processor's, which says more on a machine that others use.
 *
 * <p>Arguments: how many segments (1,000,000), and a file with a source, a tab and its translation
 * in each line; without one the sentences of {@code bench/data} are mixed.
 */
public final class MemoryBench {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final int LOOKUPS = 1_000;
  private static final double MOST_CHANGED = 0.25;

  private final Random random = new Random(1);
  private final List<String> words = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final Path folder;

  private MemoryBench(Path folder) {
    this.folder = folder;
  }

  /** Prints a table; run from the repository root or set {@code haidang.repository}. */
  public static void main(String[] args) throws IOException {
    int segments = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    Path folder = Files.createTempDirectory("memory-bench-");
    try {
      new MemoryBench(folder).run(segments, args.length > 1 ? Path.of(args[1]) : null);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void run(int segments, @Nullable Path pairs) throws IOException {
    Path tmx = folder.resolve("corpus.tmx");
    try (Stream<String> lines = pairs == null ? mixed(segments) : Files.lines(pairs)) {
      write(tmx, segments, lines);
    }
    try (Database database = Database.open(GatewayConfig.embedded(folder), "haidang", "");
        DeskMemory memory = DeskMemory.open(database, folder.resolve("index"), Clock.systemUTC())) {
      takeIn(tmx, database, memory);
      System.out.printf(
          Locale.ROOT,
          "database %.0f MB, index %.0f MB, TMX %.0f MB%n",
          Files.size(folder.resolve("haidang.mv.db")) / 1e6,
          size(folder.resolve("index")) / 1e6,
          Files.size(tmx) / 1e6);
      lookUp(memory, 0); // Warms up.
      lookUp(memory, 1);
    }
  }

  private void takeIn(Path tmx, Database database, DeskMemory memory) throws IOException {
    long start = System.nanoTime();
    long cpu = processTime();
    ImportChoice choice = new ImportChoice("bench", PAIR, "", Sensitivity.PUBLIC, true, "bench");
    MemoryImport.Report report;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(tmx), 1 << 16)) {
      report =
          new MemoryImport(database, choice, Clock.systemUTC(), units -> memory.followSoon())
              .run(file);
    }
    double stored = (System.nanoTime() - start) / 1e9;
    memory.follow();
    double seconds = (System.nanoTime() - start) / 1e9;
    double used = (processTime() - cpu) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "import: %,d segments, %,d of them new, stored in %.0f s, indexed in %.0f s:"
            + " %,.0f a second, %,.0f a second of processor time%n",
        report.units(),
        report.added(),
        stored,
        seconds,
        report.units() / seconds,
        report.units() / used);
  }

  private void lookUp(DeskMemory memory, int round) {
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < LOOKUPS; i++) {
      changed.add(changed(asked.get((round * LOOKUPS + i) % asked.size())));
    }
    List<String> same = asked.subList(0, Math.min(LOOKUPS, asked.size()));
    int[] found = {0};
    Consumer<String> fuzzy =
        text -> found[0] += find(memory, text, MemoryQuery.LEAST_SCORE).isEmpty() ? 0 : 1;
    String title = round == 0 ? "first " : "";
    print(title + "fuzzy", changed, fuzzy);
    System.out.printf(Locale.ROOT, "  with a match: %d of %d%n", found[0], LOOKUPS);
    print(title + "exact", same, text -> find(memory, text, MemoryMatch.EXACT_SCORE));
    print(
        title + "words",
        same,
        text -> {
          String[] split = text.split(" ", -1);
          int at = random.nextInt(Math.max(1, split.length - 1));
          String pair = split[at] + " " + split[Math.min(at + 1, split.length - 1)];
          memory.index().search(new Concordance(pair, PAIR, Labels.ALL, 0, 20));
        });
  }

  private static List<MemoryMatch> find(DeskMemory memory, String text, int least) {
    return memory.find(new MemoryQuery(PAIR, text, "", "", "", Labels.ALL, least, 5));
  }

  private static void print(String what, List<String> texts, Consumer<String> work) {
    double[] millis = new double[texts.size()];
    double[] used = new double[texts.size()];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      long cpu = threadTime();
      work.accept(texts.get(i));
      millis[i] = (System.nanoTime() - start) / 1e6;
      used[i] = (threadTime() - cpu) / 1e6;
    }
    System.out.printf(
        Locale.ROOT, "%-12s time %s, processor %s%n", what, quantiles(millis), quantiles(used));
  }

  private static String quantiles(double[] values) {
    Arrays.sort(values);
    return String.format(
        Locale.ROOT,
        "p50 %.2f p95 %.2f max %.2f ms",
        values[values.length / 2],
        values[values.length * 95 / 100],
        values[values.length - 1]);
  }

  private void write(Path tmx, int segments, Stream<String> lines) throws IOException {
    int every = Math.max(1, segments / (2 * LOOKUPS));
    int[] written = {0};
    try (BufferedWriter out = Files.newBufferedWriter(tmx)) {
      out.write("<tmx version=\"1.4\"><header srclang=\"vi\"/><body>\n");
      for (String line : (Iterable<String>) lines.limit(segments)::iterator) {
        String[] pair = line.split("\t", 2);
        if (written[0]++ % every == 0 && pair[0].split(" ", -1).length > 3) {
          asked.add(pair[0].strip());
          words.addAll(List.of(pair[0].split(" ", -1)));
        }
        out.write("<tu><tuv xml:lang=\"vi\"><seg>" + escaped(pair[0]));
        out.write("</seg></tuv><tuv xml:lang=\"en\"><seg>" + escaped(pair[pair.length - 1]));
        out.write("</seg></tuv></tu>\n");
      }
      out.write("</body></tmx>\n");
    }
  }

  private static String escaped(String text) {
    return text.replaceAll("\\p{Cntrl}", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  /** The beginning of one sentence, the end of another, and a number of its own. */
  private static Stream<String> mixed(int segments) throws IOException {
    Path data = Path.of(System.getProperty("haidang.repository", ".")).resolve("bench/data");
    List<String> vietnamese = Files.readAllLines(data.resolve("flores.vi"));
    List<String> english = Files.readAllLines(data.resolve("flores.en"));
    Random mixing = new Random(2);
    return Stream.generate(
            () -> {
              int first = mixing.nextInt(vietnamese.size());
              int second = mixing.nextInt(vietnamese.size());
              double cut = 0.2 + 0.6 * mixing.nextDouble();
              int number = mixing.nextInt(10_000);
              return joined(vietnamese.get(first), vietnamese.get(second), cut, number)
                  + "\t"
                  + joined(english.get(first), english.get(second), cut, number);
            })
        .limit(segments);
  }

  private static String joined(String one, String other, double cut, int number) {
    String[] begin = one.split(" ", -1);
    String[] end = other.split(" ", -1);
    List<String> words = new ArrayList<>();
    words.addAll(Arrays.asList(begin).subList(0, (int) (begin.length * cut)));
    words.add(Integer.toString(number));
    words.addAll(Arrays.asList(end).subList((int) (end.length * cut), end.length));
    return String.join(" ", words);
  }

  /** Up to a quarter of the words replaced, taken out or added. */
  private String changed(String text) {
    List<String> changed = new ArrayList<>(List.of(text.split(" ", -1)));
    int changes = Math.max(1, (int) (changed.size() * MOST_CHANGED * random.nextDouble()));
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(changed.size());
      switch (random.nextInt(3)) {
        case 0 -> changed.set(at, words.get(random.nextInt(words.size())));
        case 1 -> changed.add(at, words.get(random.nextInt(words.size())));
        default -> changed.remove(at);
      }
    }
    return String.join(" ", changed);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static long processTime() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long threadTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
