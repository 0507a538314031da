package io.haidang.glossary.enforce;

import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
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
 * a short name inside a long one does not count for both; nor does it count inside the name of
 * something that the source does not name. Not thread-safe.
 */
final class RenderingSearch {

  private final WordingSearch text;
  private final Locale language;

  /** Concepts whose full name has been given, so that their abbreviation will do. */
  private final Set<ConceptId> introduced;

  /** Names that the translation has, required or not. */
  private final List<TermMatch> mentions;

  /** Of these, names of what the source does not name: no place for a required name. */
  private final List<TermMatch> closed = new ArrayList<>();

  private final List<TextSpan> taken = new ArrayList<>();

  RenderingSearch(
      String translation, Locale language, Set<ConceptId> introduced, List<TermMatch> mentions) {
    this.text = WordingSearch.in(translation, language);
    this.language = language;
    this.introduced = new HashSet<>(introduced);
    this.mentions = mentions;
  }

  /** The requirements without a place, in source order. */
  List<TermRequirement> missing(TermPlan plan) {
    closed.addAll(othersNames(plan));
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

  /**
   * The names of what the source does not name. One that is put together from several required
   * names ("People's Committee" and "Hai Phong City") is none.
   */
  private List<TermMatch> othersNames(TermPlan plan) {
    Set<ConceptId> required = new HashSet<>();
    plan.requirements().forEach(name -> required.add(name.match().concept().id()));
    return mentions.stream()
        .filter(mention -> mention.term().status() != TermStatus.FORBIDDEN)
        .filter(mention -> !required.contains(mention.concept().id()))
        .filter(mention -> namesInside(plan, mention.span()) < 2)
        .toList();
  }

  private long namesInside(TermPlan plan, TextSpan whole) {
    return plan.requirements().stream()
        .filter(
            name ->
                text.find(name.match().concept(), name.rendering()).stream()
                    .anyMatch(span -> whole.overlaps(span)))
        .map(name -> name.match().concept().id())
        .distinct()
        .count();
  }

  private boolean isOpen(Concept concept, TextSpan span) {
    return taken.stream().noneMatch(span::overlaps)
        && closed.stream()
            .noneMatch(
                mention ->
                    mention.span().overlaps(span)
                        && mention.span().length() > span.length()
                        && !mention.concept().id().equals(concept.id()));
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
        text.find(concept, term).stream().filter(span -> isOpen(concept, span)).findFirst();
    free.ifPresent(taken::add);
    return free.isPresent();
  }
}
