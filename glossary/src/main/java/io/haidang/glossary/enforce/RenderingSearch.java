package io.haidang.glossary.enforce;

import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.match.WordingSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Assigns the required names of a plan to places in a translation, the longest names first, so that
 * a short name inside a long one does not count for both. Not thread-safe.
 */
final class RenderingSearch {

  private final WordingSearch text;
  private final Locale language;

  /** Concepts whose full name has been given, so that their abbreviation will do. */
  private final Set<ConceptId> introduced;

  private final List<TextSpan> taken = new ArrayList<>();

  RenderingSearch(String translation, Locale language, Set<ConceptId> introduced) {
    this.text = WordingSearch.in(translation, language);
    this.language = language;
    this.introduced = new HashSet<>(introduced);
  }

  /** The requirements without a place, in source order. */
  List<TermRequirement> missing(TermPlan plan) {
    List<TermRequirement> longestFirst = new ArrayList<>(plan.requirements());
    longestFirst.sort(
        Comparator.comparingInt((TermRequirement r) -> r.rendering().text().length()).reversed());
    List<TermRequirement> missing = new ArrayList<>();
    for (TermRequirement requirement : longestFirst) {
      if (take(requirement, requirement.rendering())) {
        introduced.add(requirement.match().concept().id());
      } else {
        missing.add(requirement);
      }
    }
    missing.removeIf(this::takeOther);
    return plan.requirements().stream().filter(missing::contains).toList();
  }

  /** An admitted wording will do; a short form only once the full name has been given. */
  private boolean takeOther(TermRequirement requirement) {
    boolean fullNameWasGiven = introduced.contains(requirement.match().concept().id());
    for (Term term : requirement.match().concept().terms()) {
      boolean allowed =
          term.status() == TermStatus.ADMITTED
              || (term.status() == TermStatus.ABBREVIATION
                  && (fullNameWasGiven || term.firstMention() == FirstMention.FREE));
      if (allowed && term.serves(language) && take(requirement, term)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name of {@code concept} has a place that no required name has taken. */
  boolean takeAnyOf(Concept concept) {
    return concept.terms().stream()
        .filter(
            term -> term.status() == TermStatus.PREFERRED || term.status() == TermStatus.ADMITTED)
        .anyMatch(term -> term.serves(language) && take(concept, term));
  }

  private boolean take(TermRequirement requirement, Term term) {
    return take(requirement.match().concept(), term);
  }

  private boolean take(Concept concept, Term term) {
    Optional<TextSpan> free =
        text.find(concept, term).stream()
            .filter(span -> taken.stream().noneMatch(span::overlaps))
            .findFirst();
    free.ifPresent(taken::add);
    return free.isPresent();
  }
}
