package io.haidang.summarization.rewrite;

import io.haidang.glossary.Glossary;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactExtractor;
import io.haidang.translation.fact.FactKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whether two texts of one language state the same. */
record SameFacts(Supplier<Glossary> names) {

  /**
   * What a better wording has no reason to touch. Names that nobody has listed are hard to tell.
   */
  private static final Set<FactKind> KEPT =
      EnumSet.complementOf(
          EnumSet.of(FactKind.NAME, FactKind.TITLE, FactKind.ABBREVIATION, FactKind.ORDINAL));

  boolean hold(String before, String after, RewriteTask task) {
    List<Fact> old = facts(before, task);
    List<Fact> made = facts(after, task);
    return keys(made, false).containsAll(keys(old, true))
        && keys(old, false).containsAll(keys(made, true));
  }

  private List<Fact> facts(String text, RewriteTask task) {
    return FactExtractor.of(names.get()).extract(List.of(text), task.language(), task.textDate());
  }

  /** What may be read in another way supports, and is not demanded. */
  private static Set<String> keys(List<Fact> facts, boolean firm) {
    return facts.stream()
        .filter(fact -> KEPT.contains(fact.kind()) && (fact.firm() || !firm))
        .map(Fact::key)
        .collect(Collectors.toUnmodifiableSet());
  }
}
