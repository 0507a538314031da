package io.haidang.models.remote;

import io.haidang.models.GenerationHints;
import io.haidang.models.GenerationRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts requests into calls of a bounded size. */
final class Batches {

  /**
   * Bytes of UTF-8 to a token. English has about four; Vietnamese, with its marks, about three. The
   * lower figure makes the estimate err on the safe side.
   */
  private static final int BYTES_PER_TOKEN = 3;

  private Batches() {}

  /** Tokens of a text by estimate, 1 or more: each provider counts in a way of its own. */
  static int tokens(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN + 1;
  }

  /** The requests in order, as many to a batch as the budget allows, at least one. */
  static List<Map<String, GenerationRequest>> of(
      Map<String, GenerationRequest> requests, int budget) {
    List<Map<String, GenerationRequest>> batches = new ArrayList<>();
    Map<String, GenerationRequest> batch = new LinkedHashMap<>();
    int used = 0;
    for (Map.Entry<String, GenerationRequest> entry : requests.entrySet()) {
      int tokens = tokens(entry.getValue());
      if (!batch.isEmpty() && used + tokens > budget) {
        batches.add(batch);
        batch = new LinkedHashMap<>();
        used = 0;
      }
      batch.put(entry.getKey(), entry.getValue());
      used += tokens;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private static int tokens(GenerationRequest request) {
    GenerationHints hints = request.hints();
    int tokens = tokens(request.text());
    tokens += hints.before().stream().mapToInt(Batches::tokens).sum();
    tokens += hints.after().stream().mapToInt(Batches::tokens).sum();
    for (GenerationHints.TermHint term : hints.terms()) {
      tokens += tokens(term.source() + term.rendering() + term.note());
    }
    tokens += hints.wishes().stream().mapToInt(Batches::tokens).sum();
    for (GenerationHints.SimilarTranslation similar : hints.similar()) {
      tokens += tokens(similar.source() + similar.target());
    }
    return tokens;
  }
}
