package io.haidang.bench;

import io.haidang.models.Generation;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Our side of {@code models/training/evaluate.sh}: translates files of sentences, one a line, with
 * the model alone: no official names, no checks, no repair. Arguments: the models folder, the
 * direction as two language tags, beams, threads, then each file and where its translations go.
 */
public final class LineTranslator {

  /** Sentences of similar length in one call; as many as the desk gives at once. */
  private static final int BATCH = 8;

  private LineTranslator() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 7 || args.length % 2 == 0) {
      System.err.println("usage: LineTranslator MODELS FROM TO BEAMS THREADS (FILE OUTPUT)…");
      System.exit(2);
    }
    try {
      translate(args);
    } catch (ModelException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void translate(String[] args) throws IOException {
    LanguagePair pair = LanguagePair.of(args[1], args[2]);
    int threads = Integer.parseInt(args[4]);
    DecodingRun.Setting setting =
        new DecodingRun.Setting(Integer.parseInt(args[3]), BATCH, threads);
    try (ModelRegistry registry = ModelRegistry.open(Path.of(args[0]), "", threads);
        TextGenerator model = registry.acquire(pair)) {
      for (int i = 5; i < args.length; i += 2) {
        translate(model, pair, setting, Path.of(args[i]), Path.of(args[i + 1]));
      }
    }
  }

  private static void translate(
      TextGenerator model, LanguagePair pair, DecodingRun.Setting setting, Path file, Path output)
      throws IOException {
    List<GenerationRequest> requests =
        Files.readAllLines(file).stream().map(line -> new GenerationRequest(line, pair)).toList();
    DecodingRun run = DecodingRun.measure(model, requests, setting);
    Files.write(output, run.outputs().stream().map(Generation::text).map(String::strip).toList());
    System.err.printf(
        "%s: %d sentences in %.1f s, %.0f source tokens/s%n",
        file.getFileName(), requests.size(), run.wall() / 1e9, run.tokensPerSecond());
  }
}
