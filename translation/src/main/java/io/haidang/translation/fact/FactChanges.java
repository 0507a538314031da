package io.haidang.translation.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the facts of a text differ from those of its state before. Readings that are not firm are
 * left out.
 *
 * @param kept as they stand now
 * @param changed a fact and what stands in its place
 * @param gone that nothing took the place of
 * @param added that took nobody's place
 */
public record FactChanges(
    List<Fact> kept, List<Change> changed, List<Fact> gone, List<Fact> added) {

  public FactChanges {
    kept = List.copyOf(kept);
    changed = List.copyOf(changed);
    gone = List.copyOf(gone);
    added = List.copyOf(added);
  }

  /** A fact before and after. */
  public record Change(Fact before, Fact after) {}

  /** Whether both texts state the same. */
  public boolean isEmpty() {
    return changed.isEmpty() && gone.isEmpty() && added.isEmpty();
  }

  static FactChanges between(List<Fact> before, List<Fact> after) {
    List<Fact> gone = new ArrayList<>(before.stream().filter(Fact::firm).toList());
    List<Fact> added = new ArrayList<>();
    List<Fact> kept = new ArrayList<>();
    for (Fact fact : after.stream().filter(Fact::firm).toList()) {
      (removeSame(gone, fact) ? kept : added).add(fact);
    }
    return new FactChanges(kept, changes(gone, added), gone, added);
  }

  private static boolean removeSame(List<Fact> facts, Fact fact) {
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i).key().equals(fact.key())) {
        facts.remove(i);
        return true;
      }
    }
    return false;
  }

  /** Pairs what is gone with what came of the same kind and unit, the nearest segment first. */
  private static List<Change> changes(List<Fact> gone, List<Fact> added) {
    List<Change> changes = new ArrayList<>();
    for (Fact before : List.copyOf(gone)) {
      added.stream()
          .filter(after -> after.kind() == before.kind() && after.unit().equals(before.unit()))
          .min(Comparator.comparingInt(after -> Math.abs(after.segment() - before.segment())))
          .ifPresent(
              after -> {
                changes.add(new Change(before, after));
                gone.remove(before);
                added.remove(after);
              });
    }
    return changes;
  }
}
