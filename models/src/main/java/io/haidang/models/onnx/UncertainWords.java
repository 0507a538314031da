package io.haidang.models.onnx;

import io.haidang.models.Generation.UncertainSpan;
import io.haidang.models.internal.JsonFile;
import io.haidang.models.tokenizer.DecodedText;
import io.haidang.models.tokenizer.DecodedText.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the words of an output that hold a token which the model was unsure of. */
final class UncertainWords {

  /** Five of six words below are not a translator's: {@code models/RATIONALE.md}. */
  static final double USUAL_THRESHOLD = -2.5;

  private UncertainWords() {}

  /** What {@code haidang.json} says under {@code uncertain_below}, or the usual threshold. */
  static double threshold(Path folder) {
    Path description = folder.resolve("haidang.json");
    if (!Files.exists(description)) {
      return USUAL_THRESHOLD;
    }
    JsonFile file = JsonFile.read(description);
    double threshold = file.number("uncertain_below", USUAL_THRESHOLD);
    if (threshold > 0) {
      throw file.fault("uncertain_below", threshold, "a log-probability, 0 or less");
    }
    return threshold;
  }

  /**
   * The words, in reading order. A word is as far as letters and digits go around the token; other
   * signs stand for themselves.
   *
   * @param logProbabilities of each token of {@code decoded}
   * @param threshold tokens below it are unsure
   */
  static List<UncertainSpan> of(DecodedText decoded, double[] logProbabilities, double threshold) {
    List<UncertainSpan> words = new ArrayList<>();
    for (int i = 0; i < logProbabilities.length; i++) {
      Span span = decoded.spans().get(i);
      if (logProbabilities[i] < threshold && span.end() > span.start()) {
        add(words, word(decoded.text(), span, logProbabilities[i]));
      }
    }
    return List.copyOf(words);
  }

  private static void add(List<UncertainSpan> words, UncertainSpan word) {
    int last = words.size() - 1;
    if (last < 0 || words.get(last).end() <= word.start()) {
      words.add(word);
      return;
    }
    UncertainSpan before = words.get(last);
    words.set(
        last,
        new UncertainSpan(
            before.start(),
            Math.max(before.end(), word.end()),
            Math.min(before.logProbability(), word.logProbability())));
  }

  private static UncertainSpan word(String text, Span span, double logProbability) {
    int start = span.start();
    int end = span.end();
    while (start > 0 && isInWord(text, start - 1) && isInWord(text, span.start())) {
      start--;
    }
    while (end < text.length() && isInWord(text, end) && isInWord(text, span.end() - 1)) {
      end++;
    }
    return new UncertainSpan(start, end, logProbability);
  }

  /** Surrogates stay with their word: half a character is no place to mark. */
  private static boolean isInWord(String text, int index) {
    char unit = text.charAt(index);
    return Character.isLetterOrDigit(unit) || Character.isSurrogate(unit) || isMark(unit);
  }

  private static boolean isMark(char unit) {
    return Character.getType(unit) == Character.NON_SPACING_MARK;
  }
}
