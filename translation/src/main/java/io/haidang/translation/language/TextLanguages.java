package io.haidang.translation.language;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The languages of a text of several sentences, some of which may be in another one than the rest.
 *
 * @param whole the languages of the text, the one with most of it first; the confidences are shares
 *     of its letters and add up to 1. Empty where there is nothing to tell by
 * @param sentences the language of each sentence; empty where there is nothing to tell by
 */
public record TextLanguages(List<LanguageGuess> whole, List<Optional<LanguageGuess>> sentences) {

  /** What every language has of a text at least, before one of its sentences is judged. */
  private static final double LEAST_SHARE = 0.05;

  public TextLanguages {
    whole = List.copyOf(whole);
    sentences = List.copyOf(sentences);
  }

  /**
   * Judges each sentence by itself first. One of too few words to be sure then counts as what the
   * others make likely.
   *
   * @param sentences of one text, in its order, without inline codes
   */
  public static TextLanguages of(List<String> sentences, LanguageDetector detector) {
    List<List<LanguageGuess>> alone = sentences.stream().map(detector::rank).toList();
    Map<Locale, Double> shares = shares(sentences, alone);
    List<Optional<LanguageGuess>> judged =
        alone.stream().map(ranked -> among(ranked, shares)).toList();
    List<LanguageGuess> whole =
        shares.entrySet().stream()
            .map(share -> new LanguageGuess(share.getKey(), Math.min(1, share.getValue())))
            .sorted(Comparator.comparing(LanguageGuess::confidence).reversed())
            .toList();
    return new TextLanguages(whole, judged);
  }

  /** How much of the letters each language has. */
  private static Map<Locale, Double> shares(
      List<String> sentences, List<List<LanguageGuess>> alone) {
    Map<Locale, Double> letters = new LinkedHashMap<>();
    for (int i = 0; i < sentences.size(); i++) {
      long length = sentences.get(i).codePoints().filter(Character::isLetter).count();
      for (LanguageGuess guess : alone.get(i)) {
        letters.merge(guess.language(), length * guess.confidence(), Double::sum);
      }
    }
    double all = letters.values().stream().mapToDouble(Double::doubleValue).sum();
    letters.replaceAll((language, count) -> count / all);
    return letters;
  }

  private static Optional<LanguageGuess> among(
      List<LanguageGuess> ranked, Map<Locale, Double> shares) {
    if (ranked.isEmpty() || ranked.get(0).isSure()) {
      return ranked.stream().findFirst();
    }
    Map<Locale, Double> likely =
        ranked.stream()
            .collect(
                Collectors.toMap(
                    LanguageGuess::language,
                    guess ->
                        guess.confidence()
                            * Math.max(LEAST_SHARE, shares.getOrDefault(guess.language(), 0.0))));
    double sum = likely.values().stream().mapToDouble(Double::doubleValue).sum();
    return likely.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(each -> new LanguageGuess(each.getKey(), each.getValue() / sum));
  }
}
