package io.haidang.models.onnx;

import io.haidang.models.Generation;
import io.haidang.models.Generation.Alternative;
import io.haidang.models.Generation.UncertainSpan;
import io.haidang.models.RequiredPhrase;
import io.haidang.models.internal.search.Hypothesis;
import io.haidang.models.internal.search.Search.Finished;
import io.haidang.models.tokenizer.DecodedText;
import io.haidang.models.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** Makes outputs of finished hypotheses. */
final class Outputs {

  private final Tokenizer tokenizer;
  private final double threshold;
  private final PhraseCheck phrases;

  /**
   * @param threshold log-probability below which a token is unsure
   */
  Outputs(Tokenizer tokenizer, double threshold) {
    this.tokenizer = tokenizer;
    this.threshold = threshold;
    this.phrases = new PhraseCheck(tokenizer);
  }

  /**
   * What one request gets.
   *
   * @param finished best first, at least one
   * @param count outputs to give, if there are so many different ones
   * @param source tokens read
   * @param written tokens written by the best one, special ones excluded
   * @param cut whether the source was cut
   */
  Generation of(
      List<Finished> finished,
      int count,
      List<RequiredPhrase> required,
      int source,
      int written,
      boolean cut) {
    Finished best = finished.get(0);
    Hypothesis hypothesis = best.hypothesis();
    DecodedText decoded = tokenizer.decodeWithSpans(hypothesis.tokens());
    String text = decoded.text();
    PhraseCheck.Found found = phrases.find(text, required);
    return new Generation(
        text,
        best.score(),
        source,
        written,
        cut || best.cut(),
        uncertain(decoded, hypothesis.logProbabilities(), found.places()),
        others(text, finished, count - 1),
        found.unmet());
  }

  /** How likely the model finds what it was made to write tells nothing. */
  private List<UncertainSpan> uncertain(
      DecodedText decoded, double[] logProbabilities, List<PhraseCheck.Place> required) {
    return UncertainWords.of(decoded, logProbabilities, threshold).stream()
        .filter(word -> required.stream().noneMatch(p -> p.overlaps(word.start(), word.end())))
        .toList();
  }

  /** Different tokens may spell the same text: the likelier one stands for both. */
  private List<Alternative> others(String best, List<Finished> finished, int count) {
    List<Alternative> others = new ArrayList<>();
    for (Finished next : finished.subList(1, finished.size())) {
      if (others.size() < count) {
        String text = tokenizer.decode(next.hypothesis().tokens());
        boolean known = text.equals(best) || others.stream().anyMatch(o -> o.text().equals(text));
        if (!known) {
          others.add(new Alternative(text, next.score()));
        }
      }
    }
    return others;
  }
}
