package io.haidang.translation.pipeline;

import io.haidang.glossary.enforce.TermPlan;
import io.haidang.glossary.enforce.TermRequirement;
import io.haidang.glossary.match.WordingSearch;
import io.haidang.models.RequiredPhrase;
import java.util.List;
import java.util.stream.Stream;

/** Official names as phrases that a model has to write, in any form that the list lets pass. */
final class NamePhrases {

  private NamePhrases() {}

  /** Every name of a text, as often as it needs it. */
  static List<RequiredPhrase> all(TermPlan plan) {
    return plan.requirements().stream().map(name -> phrase(name, plan)).toList();
  }

  /** Some names; one that the text does not ask for has no other form. */
  static List<RequiredPhrase> of(List<String> names, TermPlan plan) {
    return names.stream()
        .map(
            name ->
                plan.requirements().stream()
                    .filter(requirement -> requirement.rendering().text().equals(name))
                    .findFirst()
                    .map(requirement -> phrase(requirement, plan))
                    .orElseGet(() -> RequiredPhrase.of(name)))
        .toList();
  }

  /** What a candidate lacks: official names, and names that no list has. */
  static List<RequiredPhrase> withLost(Candidate candidate, TermPlan plan) {
    return Stream.concat(
            of(candidate.missingNames(), plan).stream(),
            candidate.lostNames().stream().distinct().map(RequiredPhrase::of))
        .toList();
  }

  private static RequiredPhrase phrase(TermRequirement name, TermPlan plan) {
    return new RequiredPhrase(
        List.copyOf(WordingSearch.forms(name.match().concept(), name.rendering(), plan.target())));
  }
}
