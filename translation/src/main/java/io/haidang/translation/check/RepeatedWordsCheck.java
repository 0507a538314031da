package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.check.Finding.Fix;
import io.haidang.translation.check.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Doubled words, and the loops that language models fall into; English only. */
final class RepeatedWordsCheck implements Check {

  private static final Set<String> MAY_DOUBLE = Set.of("had", "that", "very", "so");
  private static final int GRAM = 4;
  private static final int LOOP = 3;

  @Override
  public String id() {
    return "repeated-words";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    if (!Check.is(pair.context().pair().target(), "en")) {
      return List.of();
    }
    List<Word> words = Words.of(pair.targetText());
    List<Finding> findings = new ArrayList<>();
    addLoop(words, allowedRepeats(pair), findings);
    addDoubles(words, pair.targetText(), findings);
    return findings;
  }

  private void addDoubles(List<Word> words, String text, List<Finding> findings) {
    for (int i = 1; i < words.size(); i++) {
      Word first = words.get(i - 1);
      Word second = words.get(i);
      boolean doubled =
          first.text().equals(second.text())
              && text.substring(first.span().end(), second.span().start()).isBlank()
              && !MAY_DOUBLE.contains(first.text())
              && first.text().chars().allMatch(Character::isLetter);
      if (doubled) {
        findings.add(
            new Finding(
                id(),
                Severity.WARNING,
                null,
                new TextSpan(first.span().start(), second.span().end()),
                first.text(),
                "doubled word",
                new Fix(new TextSpan(first.span().end(), second.span().end()), "")));
      }
    }
  }

  private void addLoop(List<Word> words, int allowed, List<Finding> findings) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + GRAM <= words.size(); i++) {
      List<Word> gram = words.subList(i, i + GRAM);
      String key = String.join(" ", gram.stream().map(Word::text).toList());
      if (counts.merge(key, 1, Integer::sum) >= Math.max(LOOP, allowed + 1)) {
        TextSpan span = new TextSpan(gram.get(0).span().start(), gram.get(3).span().end());
        findings.add(new Finding(id(), Severity.ERROR, null, span, "", "the text loops"));
        return;
      }
    }
  }

  /** A long official name that the source says three times is no loop. */
  private static int allowedRepeats(CheckedPair pair) {
    Map<String, Integer> names = new HashMap<>();
    pair.plan()
        .requirements()
        .forEach(requirement -> names.merge(requirement.rendering().text(), 1, Integer::sum));
    return names.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Thành phố và cảng.", "The city and the port."),
        Example.right("Ông đã có.", "He had had it."),
        Example.wrong("Thành phố.", "The the city."),
        Example.wrong(
            "Cải cách.",
            "We improve the quality of, improve the quality of, improve the quality of"
                + " work."));
  }
}
