package io.haidang.bench;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
 * Measures that the time to find official names grows as the text does: all of {@code docs/samples}
 * in one call, once and many times over, under 100,000 names, on one thread.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GlossaryLinearityBench {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final int NAMES = 100_000;

  /** How often the samples are repeated. */
  @Param({"1", "10", "100"})
  public int copies;

  private String text = "";
  private Glossary glossary = Glossary.starter();

  @Setup
  public void prepare() throws IOException {
    text = text(copies);
    glossary =
        Glossary.of(
            new GlossaryRelease("bench"),
            GlossaryNames.withStarter(NAMES, GlossarySamples.paragraphs()));
  }

  private static String text(int copies) throws IOException {
    return (String.join("\n", GlossarySamples.paragraphs()) + "\n").repeat(copies);
  }

  /** Finds the names of the whole text in one call. */
  @Benchmark
  public int scan() {
    return glossary.match(text, VIETNAMESE, DAY).size();
  }

  /** Prints a table; run from the repository root or set {@code haidang.repository}. */
  public static void main(String[] args) throws RunnerException, IOException {
    System.out.println("text KB   nanoseconds a byte");
    for (RunResult run :
        new Runner(
                new OptionsBuilder()
                    .include(GlossaryLinearityBench.class.getName())
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run()) {
      int copies = Integer.parseInt(run.getParams().getParam("copies"));
      int bytes = text(copies).getBytes(StandardCharsets.UTF_8).length;
      System.out.printf(
          Locale.ROOT, "%7.0f   %.2f%n", bytes / 1e3, run.getPrimaryResult().getScore() / bytes);
    }
  }
}
