package io.haidang.bench;

import io.haidang.models.Generation;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Our side of {@code bench/ctranslate2/compare}: translates a file of sentences, one a line, again
 * for every line {@code BEAMS BATCH THREADS} of the standard input. Answers with the seconds taken,
 * the processor's seconds, the source tokens, the milliseconds of a middle call and of the slowest
 * but 5 %, and then every output on a line of its own. Arguments: the models folder and the file.
 */
public final class DecodingPeer {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");

  private DecodingPeer() {}

  public static void main(String[] args) throws Exception {
    List<GenerationRequest> requests =
        Files.readAllLines(Path.of(args[1])).stream()
            .map(text -> new GenerationRequest(text, PAIR))
            .toList();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ModelRegistry registry = ModelRegistry.open(Path.of(args[0]), "bundled/", 2);
        TextGenerator model = registry.acquire(PAIR)) {
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        long cpu = ProcessFigures.cpuNanos();
        DecodingRun run = DecodingRun.measure(model, requests, setting(line));
        answer(run, ProcessFigures.cpuNanos() - cpu, out);
      }
    }
  }

  private static DecodingRun.Setting setting(String line) {
    String[] words = line.split(" ", -1);
    return new DecodingRun.Setting(
        Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
  }

  private static void answer(DecodingRun run, long cpu, PrintStream out) {
    long tokens = run.outputs().stream().mapToLong(Generation::sourceTokens).sum();
    out.printf(
        Locale.ROOT,
        "%f %f %d %f %f%n",
        run.wall() / 1e9,
        cpu / 1e9,
        tokens,
        run.percentile(50),
        run.percentile(95));
    run.outputs().forEach(output -> out.println(output.text()));
  }
}
