package io.haidang.gateway.campaign;

import io.haidang.gateway.terms.ConceptVersion;
import io.haidang.gateway.terms.Concepts.Details;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the glossary says a concept was called and is called now.
 *
 * @param list by language; empty when nothing has changed
 * @param changedOn first day on which the new names are right
 */
record Renames(List<Rename> list, LocalDate changedOn) {

  /**
   * The renames of a concept: to the names of its successor where it has one, else from its own
   * names of before.
   *
   * @param today stands in for the day of the change where the glossary gives none
   */
  static Renames of(Details concept, Glossary glossary, LocalDate today) {
    Concept present = concept.content();
    LocalDate end = present.validity().to();
    Optional<Concept> successor =
        glossary.successor(present, end == null ? today : end.plusDays(1));
    return successor
        .map(next -> new Renames(between(present, next), firstDay(present, next, today)))
        .orElseGet(
            () ->
                new Renames(
                    ofItsOwn(concept),
                    present.validity().from() == null ? today : present.validity().from()));
  }

  private static LocalDate firstDay(Concept ended, Concept successor, LocalDate today) {
    LocalDate end = ended.validity().to();
    if (end != null) {
      return end.plusDays(1);
    }
    LocalDate begin = successor.validity().from();
    return begin == null ? today : begin;
  }

  /** In each language the latest name that differs from the present one. */
  private static List<Rename> ofItsOwn(Details concept) {
    List<Rename> renames = new ArrayList<>();
    Set<Locale> seen = new LinkedHashSet<>();
    for (ConceptVersion version : concept.versions()) {
      for (Rename rename : between(version.content(), concept.content())) {
        if (seen.add(rename.language())) {
          renames.add(rename);
        }
      }
    }
    return renames;
  }

  private static List<Rename> between(Concept before, Concept after) {
    List<Rename> renames = new ArrayList<>();
    for (Term term : before.terms()) {
      if (term.status() == TermStatus.PREFERRED) {
        after
            .preferred(term.language())
            .filter(name -> !name.text().equals(term.text()))
            .ifPresent(name -> renames.add(new Rename(term.language(), term.text(), name.text())));
      }
    }
    return renames;
  }
}
