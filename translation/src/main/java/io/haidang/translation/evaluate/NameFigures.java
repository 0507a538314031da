package io.haidang.translation.evaluate;

import io.haidang.glossary.ConceptId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the names of some sentences were kept. Percentages are from 0 to 100, with two decimals.
 *
 * @param sentences how many were translated
 * @param names how many names they hold
 * @param termSuccess percentage of names that stand in the translation as expected, with or without
 *     an English ending
 * @param exactMatch percentage of names that stand there letter by letter
 * @param consistency percentage of names that are called by their concept's most frequent known
 *     wording, over the concepts that occur at least twice; 100 when none does
 * @param forbidden forbidden wordings in all translations
 * @param falseInsertions percentage of translations that hold a name of the list that the
 *     translator was given, although neither the sentence nor its reference has it
 * @param ownNames percentage of translations that hold an official name that does not belong there
 *     and was not given: what the model comes up with by itself
 * @param chrf chrF2 against the references
 */
public record NameFigures(
    int sentences,
    int names,
    double termSuccess,
    double exactMatch,
    double consistency,
    int forbidden,
    double falseInsertions,
    double ownNames,
    double chrf) {

  /** The figures of {@code outcomes}; at least one. */
  public static NameFigures of(List<SentenceOutcome> outcomes) {
    if (outcomes.isEmpty()) {
      throw new IllegalArgumentException("outcomes: none (expected: at least one)");
    }
    List<NameOutcome> names = outcomes.stream().flatMap(o -> o.names().stream()).toList();
    return new NameFigures(
        outcomes.size(),
        names.size(),
        percent(names.stream().filter(NameOutcome::kept).count(), names.size()),
        percent(names.stream().filter(NameOutcome::exact).count(), names.size()),
        consistency(names),
        outcomes.stream().mapToInt(outcome -> outcome.forbidden().size()).sum(),
        percent(outcomes.stream().filter(o -> !o.inserted().isEmpty()).count(), outcomes.size()),
        percent(outcomes.stream().filter(o -> !o.own().isEmpty()).count(), outcomes.size()),
        rounded(
            Chrf.score(
                outcomes.stream().map(SentenceOutcome::translation).toList(),
                outcomes.stream().map(outcome -> outcome.sentence().reference()).toList())));
  }

  private static double consistency(List<NameOutcome> names) {
    Map<ConceptId, Map<String, Integer>> renderings = new HashMap<>();
    for (NameOutcome name : names) {
      renderings
          .computeIfAbsent(name.name().concept(), id -> new HashMap<>())
          .merge(name.rendering(), 1, Integer::sum);
    }
    long all = 0;
    long usual = 0;
    for (Map<String, Integer> counts : renderings.values()) {
      int occurrences = counts.values().stream().mapToInt(Integer::intValue).sum();
      if (occurrences > 1) {
        all += occurrences;
        usual += usual(counts);
      }
    }
    return percent(usual, all);
  }

  /** Names that were not found may be called anything, so no two of them are alike. */
  private static int usual(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElse(1);
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 100 : rounded(100.0 * part / whole);
  }

  /** To what a reader can use, so that a file of figures shows what changed. */
  private static double rounded(double figure) {
    return Math.round(figure * 100) / 100.0;
  }
}
