package io.haidang.glossary.enforce;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.enforce.UsageFinding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One concept, one full name in a document: the preferred one where it occurs, else the usual. */
final class ConsistencyCheck {

  private ConsistencyCheck() {}

  static List<UsageFinding> run(List<Mention> mentions) {
    Map<ConceptId, Map<Term, Integer>> counts = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      if (mention.name() != null) {
        counts
            .computeIfAbsent(mention.id(), id -> new LinkedHashMap<>())
            .merge(mention.name(), 1, Integer::sum);
      }
    }
    List<UsageFinding> findings = new ArrayList<>();
    for (Mention mention : mentions) {
      Map<Term, Integer> wordings = counts.getOrDefault(mention.id(), Map.of());
      if (mention.name() != null && wordings.size() > 1) {
        Term usual = usual(wordings);
        if (!mention.name().equals(usual)) {
          findings.add(finding(mention, usual));
        }
      }
    }
    return findings;
  }

  private static Term usual(Map<Term, Integer> wordings) {
    Comparator<Map.Entry<Term, Integer>> preferredFirst =
        Comparator.comparing(entry -> entry.getKey().status() == TermStatus.PREFERRED);
    return wordings.entrySet().stream()
        .max(preferredFirst.thenComparing(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }

  private static UsageFinding finding(Mention mention, Term usual) {
    return new UsageFinding(
        mention.segment(), Kind.INCONSISTENT, mention.id(), mention.nameSpan(), usual.text());
  }
}
