package io.haidang.bench;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures how fast official names are found in Vietnamese text and how long a list takes to
 * compile, on one thread. The text is every paragraph of {@code docs/samples}, one call for each,
 * as the pipeline does with segments.
 */
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GlossaryScanBench {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  /** A list of the starter's names and invented ones. */
  @State(Scope.Benchmark)
  public static class Names {

    /** How many names the list has. */
    @Param({"1000", "10000", "100000"})
    public int terms;

    private List<Concept> concepts = List.of();

    @Setup
    public void prepare() throws IOException {
      concepts = GlossaryNames.withStarter(terms, GlossarySamples.paragraphs());
    }

    private Glossary compile() {
      return Glossary.of(new GlossaryRelease("bench"), concepts);
    }
  }

  /** The paragraphs that are searched. */
  @State(Scope.Benchmark)
  public static class Text {

    /** Composed as files usually are, or decomposed as some systems write them. */
    @Param({"NFC", "NFD"})
    public Normalizer.Form form = Normalizer.Form.NFC;

    private List<String> paragraphs = List.of();
    private Glossary glossary = Glossary.starter();

    @Setup
    public void prepare(Names names) throws IOException {
      paragraphs =
          GlossarySamples.paragraphs().stream()
              .map(text -> Normalizer.normalize(text, form))
              .toList();
      glossary = names.compile();
    }
  }

  /** Finds the names in all paragraphs. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  public int scan(Text text) {
    int found = 0;
    for (String paragraph : text.paragraphs) {
      found += text.glossary.match(paragraph, VIETNAMESE, DAY).size();
    }
    return found;
  }

  /** Compiles the list. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Glossary compile(Names names) {
    return names.compile();
  }

  /** Prints a table; run from the repository root or set {@code haidang.repository}. */
  public static void main(String[] args) throws RunnerException, IOException {
    System.out.println("work              names    text  result");
    for (RunResult run :
        new Runner(
                new OptionsBuilder()
                    .include(GlossaryScanBench.class.getName())
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run()) {
      print(run);
    }
  }

  private static void print(RunResult run) throws IOException {
    double score = run.getPrimaryResult().getScore();
    String terms = run.getParams().getParam("terms");
    if (run.getPrimaryResult().getLabel().equals("compile")) {
      System.out.printf(Locale.ROOT, "%-14s %8s %7s  %.0f ms%n", "compile", terms, "-", score);
      return;
    }
    Normalizer.Form form = Normalizer.Form.valueOf(run.getParams().getParam("form"));
    long bytes = 0;
    for (String paragraph : GlossarySamples.paragraphs()) {
      bytes += Normalizer.normalize(paragraph, form).getBytes(StandardCharsets.UTF_8).length;
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %8s %7s  %.1f MB of UTF-8 per second%n",
        "scan",
        terms,
        form,
        score * bytes / 1e6);
  }
}
