package io.haidang.translation.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The quantities, dates and times of a text beside those of its translation, one to one.
 *
 * @param pairs that say the same number or day; their units may differ
 * @param lost of the source, without a partner
 * @param added in the translation, without a partner
 */
public record FactPairs(List<Pair> pairs, List<Fact> lost, List<Fact> added) {

  /** Two facts that belong together. */
  public record Pair(Fact source, Fact target) {

    /** Whether both say the same quantity, in whatever units; true of dates and times. */
    public boolean isSameQuantity() {
      return !source.kind().isQuantity()
          || !target.kind().isQuantity()
          || (source.unit().isEmpty() == target.unit().isEmpty()
              && Support.sameNumber(source, target));
    }
  }

  public FactPairs {
    pairs = List.copyOf(pairs);
    lost = List.copyOf(lost);
    added = List.copyOf(added);
  }

  /**
   * Pairs equal facts first, then those that differ in unit or say less; firm ones before others.
   */
  public static FactPairs of(List<Fact> source, List<Fact> target) {
    List<Fact> lost = new ArrayList<>(source.stream().filter(FactPairs::counts).toList());
    List<Fact> added = new ArrayList<>(target.stream().filter(FactPairs::counts).toList());
    List<Pair> pairs = new ArrayList<>();
    pair(lost, added, pairs, (s, t) -> both(s, t) && s.key().equals(t.key()));
    pair(lost, added, pairs, (s, t) -> both(s, t) && (Support.tells(s, t) || Support.tells(t, s)));
    pair(lost, added, pairs, (s, t) -> both(s, t) && same(s, t));
    pair(lost, added, pairs, (s, t) -> s.kind() == t.kind() && s.key().equals(t.key()));
    pair(lost, added, pairs, FactPairs::same);
    lost.removeIf(fact -> !fact.firm());
    List<Fact> free = new ArrayList<>(added);
    added.removeIf(fact -> !fact.firm());
    byParts(lost, added, free);
    return new FactPairs(pairs, lost, added);
  }

  private static boolean counts(Fact fact) {
    return fact.kind().isQuantity() || fact.kind() == FactKind.DATE || fact.kind() == FactKind.TIME;
  }

  private static boolean both(Fact source, Fact target) {
    return source.firm() && target.firm();
  }

  private static boolean same(Fact source, Fact target) {
    if (source.kind().isQuantity() && target.kind().isQuantity()) {
      boolean percent = source.unit().equals("%");
      return percent == target.unit().equals("%")
          && source.number().orElseThrow().compareTo(target.number().orElseThrow()) == 0;
    }
    return Support.tells(source, target) || Support.tells(target, source);
  }

  private static void pair(
      List<Fact> lost, List<Fact> added, List<Pair> pairs, BiPredicate<Fact, Fact> matches) {
    for (Fact source : List.copyOf(lost)) {
      for (Fact target : added) {
        if ((source.firm() || target.firm()) && matches.test(source, target)) {
          pairs.add(new Pair(source, target));
          lost.remove(source);
          added.remove(target);
          break;
        }
      }
    }
  }

  /** A date of one text may be numbers in the other, as when only one names the month. */
  private static void byParts(List<Fact> lost, List<Fact> added, List<Fact> free) {
    List<String> sourceParts = parts(lost);
    List<String> targetParts = parts(free);
    List<String> left = new ArrayList<>(targetParts);
    List<Fact> covered = new ArrayList<>();
    for (Fact fact : lost) {
      if (!DateParts.isFullDay(fact) || added.stream().noneMatch(DateParts::isFullDay)) {
        if (left.containsAll(DateParts.of(fact))) {
          DateParts.of(fact).forEach(left::remove);
          covered.add(fact);
        }
      }
    }
    lost.removeAll(covered);
    for (Fact fact : List.copyOf(added)) {
      if (sourceParts.containsAll(DateParts.of(fact))
          && covered.stream().anyMatch(c -> DateParts.isDate(c) || DateParts.isDate(fact))) {
        added.remove(fact);
      }
    }
  }

  private static List<String> parts(List<Fact> facts) {
    List<String> parts = new ArrayList<>();
    facts.forEach(fact -> parts.addAll(DateParts.of(fact)));
    return parts;
  }
}
