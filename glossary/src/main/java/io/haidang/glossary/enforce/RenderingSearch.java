package io.haidang.glossary.enforce;

import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.match.WordingSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Assigns the required names of a plan to places in a translation, the longest names first, so that
 * a short name inside a long one does not count for both. Not thread-safe.
 */
final class RenderingSearch {

  private final WordingSearch text;
  private final Locale language;
  private final List<TextSpan> taken = new ArrayList<>();

  RenderingSearch(String translation, Locale language) {
    this.text = WordingSearch.in(translation, language);
    this.language = language;
  }

  /** The requirements without a place, in source order. */
  List<TermRequirement> missing(TermPlan plan) {
    List<TermRequirement> longestFirst = new ArrayList<>(plan.requirements());
    longestFirst.sort(
        Comparator.comparingInt((TermRequirement r) -> r.rendering().text().length()).reversed());
    List<TermRequirement> missing = new ArrayList<>();
    List<TermRequirement> found = new ArrayList<>();
    for (TermRequirement requirement : longestFirst) {
      (take(requirement.rendering().text()) ? found : missing).add(requirement);
    }
    missing.removeIf(requirement -> takeOther(requirement, found));
    return plan.requirements().stream().filter(missing::contains).toList();
  }

  /** An admitted wording will do; a short form only beside the full name. */
  private boolean takeOther(TermRequirement requirement, List<TermRequirement> found) {
    boolean fullNameIsThere =
        found.stream()
            .anyMatch(other -> other.match().concept().equals(requirement.match().concept()));
    for (Term term : requirement.match().concept().terms()) {
      boolean allowed =
          term.status() == TermStatus.ADMITTED
              || (term.status() == TermStatus.ABBREVIATION && fullNameIsThere);
      if (allowed && term.language().equals(language) && take(term.text())) {
        return true;
      }
    }
    return false;
  }

  private boolean take(String wording) {
    Optional<TextSpan> free =
        text.find(wording).stream()
            .filter(span -> taken.stream().noneMatch(span::overlaps))
            .findFirst();
    free.ifPresent(taken::add);
    return free.isPresent();
  }
}
