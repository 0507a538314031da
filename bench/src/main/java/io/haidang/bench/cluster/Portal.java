package io.haidang.bench.cluster;

import io.haidang.bench.cluster.Desk.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Has sentences translated that somebody waits for. */
final class Portal extends Colleague {

  private static final int PAUSE_MILLIS = 300;

  private final List<String> sentences;

  Portal(Desk desk, Ledger ledger, long seed, BooleanSupplier isOver, List<String> sentences) {
    super(desk, ledger, seed, isOver, PAUSE_MILLIS);
    this.sentences = sentences;
  }

  @Override
  void act() throws InterruptedException {
    String text =
        "Tin số "
            + random.nextInt(1_000_000)
            + ": "
            + sentences.get(random.nextInt(sentences.size()));
    Answer answer =
        noted(
            desk.post(
                "translations",
                Map.of("text", text, "sourceLanguage", "vi", "targetLanguage", "en")));
    ledger.sentence(answer.isGood());
  }
}
