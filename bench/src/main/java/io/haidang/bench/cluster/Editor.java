package io.haidang.bench.cluster;

import io.haidang.bench.cluster.Desk.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Hands drafts in, and does not give up before one is taken in. */
final class Editor extends Colleague {

  private static final int PAUSE_MILLIS = 1_500;
  private static final long BEFORE_REPEATING_MILLIS = 500;

  private final List<String> sentences;

  Editor(Desk desk, Ledger ledger, long seed, BooleanSupplier isOver, List<String> sentences) {
    super(desk, ledger, seed, isOver, PAUSE_MILLIS);
    this.sentences = sentences;
  }

  @Override
  void act() throws InterruptedException {
    Map<String, Object> draft = draft();
    String key = UUID.randomUUID().toString();
    Answer answer = noted(desk.post("drafts", draft, key));
    while (!answer.isGood() && !isOver()) {
      Thread.sleep(BEFORE_REPEATING_MILLIS);
      answer = noted(desk.post("drafts", draft, key));
    }
    if (answer.isGood()) {
      ledger.accepted(UUID.fromString(answer.json().at("/targets/0/id").asText()));
    }
  }

  private Map<String, Object> draft() {
    boolean isHtml = random.nextInt(3) == 0;
    String separator = isHtml ? "</p><p>" : "\n";
    StringBuilder text = new StringBuilder(sentence());
    for (int more = random.nextInt(6); more > 0; more--) {
      text.append(separator).append(sentence());
    }
    return Map.of(
        "title",
        "Bản tin",
        "format",
        isHtml ? "html" : "plain",
        "content",
        isHtml ? "<p>" + text + "</p>" : text.toString(),
        "sourceLanguage",
        "vi",
        "targetLanguages",
        List.of("en"));
  }

  private String sentence() {
    return sentences.get(random.nextInt(sentences.size()));
  }
}
