package io.haidang.gateway.cli;

import io.haidang.models.CallContext;
import io.haidang.models.Deadline;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A short measurement of one model on this machine. */
final class ModelBench {

  private static final int SENTENCES = 100;
  private static final int SINGLE_CALLS = 40;

  private final ModelRegistry models;
  private final LanguagePair pair;
  private final String text;

  /** Measures with the sentences of {@code text}. */
  ModelBench(ModelRegistry models, LanguagePair pair, String text) {
    this.models = models;
    this.pair = pair;
    this.text = text;
  }

  /** One line: speed in source tokens, and the time of one sentence. */
  String run() {
    List<GenerationRequest> requests = requests();
    try (TextGenerator model = models.acquire(pair)) {
      model.generate(requests.subList(0, 8), GenerationOptions.DEFAULT, CallContext.PATIENT);
      long start = System.nanoTime();
      List<Generation> outputs =
          model.generate(requests, GenerationOptions.DEFAULT, CallContext.PATIENT);
      double seconds = (System.nanoTime() - start) / 1e9;
      long tokens = outputs.stream().mapToLong(Generation::sourceTokens).sum();
      return String.format(
          Locale.ROOT,
          "%s: %.0f source tokens/s (%d sentences, beam 4); one sentence: %.1f ms (median of %d)",
          model.descriptor().id(),
          tokens / seconds,
          requests.size(),
          medianMillis(model, requests.get(0)),
          SINGLE_CALLS);
    }
  }

  private static double medianMillis(TextGenerator model, GenerationRequest request) {
    CallContext urgent = CallContext.interactive(Deadline.NONE);
    return IntStream.range(0, SINGLE_CALLS)
            .mapToLong(
                i -> {
                  long start = System.nanoTime();
                  model.generate(List.of(request), GenerationOptions.DEFAULT, urgent);
                  return System.nanoTime() - start;
                })
            .sorted()
            .skip(SINGLE_CALLS / 2)
            .findFirst()
            .orElse(0)
        / 1e6;
  }

  private List<GenerationRequest> requests() {
    List<String> sentences =
        Stream.of(text.split("(?<=[.;:])\\s+|\\n+", -1))
            .map(String::strip)
            .filter(sentence -> sentence.length() > 20)
            .toList();
    if (sentences.isEmpty()) {
      throw new CommandFailure("text: no sentences (expected: some of more than 20 characters)");
    }
    return IntStream.range(0, SENTENCES)
        .mapToObj(i -> new GenerationRequest(sentences.get(i % sentences.size()), pair))
        .toList();
  }
}
