package io.haidang.bench;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import io.haidang.translation.evaluate.Chrf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints what it costs to require names of the bundled model's search, without telling the model:
 * how many of them the outputs contain, chrF2 against the references, time. Run from the repository
 * root, or name the root as the only argument.
 */
public final class ConstrainedDecodingBench {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final long SEED = 20261125;
  private static final int BATCH = 16;

  private final TextGenerator model;

  private ConstrainedDecodingBench(TextGenerator model) {
    this.model = model;
  }

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args.length == 0 ? "." : args[0]);
    List<TermSentence> sentences = TermSentences.read(root.resolve("bench/data"));
    int names = sentences.stream().mapToInt(sentence -> sentence.names().size()).sum();
    System.out.printf("%d sentences, %d names, beam 4, one thread%n", sentences.size(), names);
    System.out.println(
        "mode      required  found   names found  fell back  chrF2  ms a sentence  of the processor");
    try (ModelRegistry registry =
            ModelRegistry.open(root.resolve("models/bundled"), "bundled/", 1);
        TextGenerator model = registry.acquire(PAIR)) {
      ConstrainedDecodingBench bench = new ConstrainedDecodingBench(model);
      List<TermSentence> none = sentences.stream().map(s -> s.requiring(List.of())).toList();
      bench.run("warm-up", none, sentences);
      bench.run("none", none, sentences);
      bench.run("proper", sentences, sentences);
      bench.run("random", TermSentences.withForeignNames(sentences, SEED), sentences);
      bench.run("own words", TermSentences.withOwnWords(sentences, SEED), sentences);
    }
  }

  /** Requires the names of {@code required} and looks for those of {@code proper} as well. */
  private void run(String mode, List<TermSentence> required, List<TermSentence> proper) {
    long start = System.nanoTime();
    long cpu = ProcessFigures.cpuNanos();
    List<Generation> outputs = generate(required);
    double cpuMillis = (ProcessFigures.cpuNanos() - cpu) / 1e6 / required.size();
    double millis = (System.nanoTime() - start) / 1e6 / required.size();
    List<String> texts = outputs.stream().map(Generation::text).toList();
    System.out.printf(
        Locale.ROOT,
        "%-9s %8d %5.1f%% %12.1f%% %10d %6.2f %14.1f %17.1f%n",
        mode,
        required.stream().mapToInt(sentence -> sentence.names().size()).sum(),
        share(required, texts),
        share(proper, texts),
        outputs.stream().filter(output -> !output.unmet().isEmpty()).count(),
        Chrf.score(texts, proper.stream().map(TermSentence::reference).toList()),
        millis,
        cpuMillis);
  }

  private List<Generation> generate(List<TermSentence> sentences) {
    List<Generation> outputs = new ArrayList<>();
    for (int from = 0; from < sentences.size(); from += BATCH) {
      List<GenerationRequest> requests =
          sentences.subList(from, Math.min(sentences.size(), from + BATCH)).stream()
              .map(s -> new GenerationRequest(s.source(), PAIR, s.names()))
              .toList();
      outputs.addAll(model.generate(requests, GenerationOptions.DEFAULT, CallContext.PATIENT));
    }
    return outputs;
  }

  private static double share(List<TermSentence> sentences, List<String> texts) {
    int found = 0;
    int names = 0;
    for (int i = 0; i < sentences.size(); i++) {
      found += sentences.get(i).found(texts.get(i));
      names += sentences.get(i).names().size();
    }
    return names == 0 ? Double.NaN : 100.0 * found / names;
  }
}
