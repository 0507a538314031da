package io.haidang.gateway.web.terms;

import io.haidang.gateway.web.kit.Texts;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What a reader wants to know about an official name in a text.
 *
 * @param id unique on the page
 * @param href of the concept's page
 * @param panel of the same in short, for the workbench
 * @param name to write in the other language; empty when the list has none
 * @param validity in words
 * @param source law or circular; may be empty
 * @param note may be empty
 * @param isOfficial whether the name was official on the date of the text
 * @param successor name of what replaced it; empty when nothing is known to have
 */
public record NameNote(
    String id,
    String href,
    String panel,
    String name,
    String validity,
    String source,
    String note,
    boolean isOfficial,
    String successor) {

  public static NameNote of(
      String id, TermMatch match, Locale language, LocalDate day, Glossary glossary, Texts texts) {
    Concept concept = match.concept();
    return new NameNote(
        id,
        ConceptLink.href(concept.id()),
        TermPanel.href(concept.id(), language, day),
        wording(concept, language),
        ValidityText.of(concept.validity(), texts),
        concept.source(),
        concept.note(),
        concept.validity().contains(day),
        concept.successor() == null
            ? ""
            : glossary.find(concept.successor()).map(next -> wording(next, language)).orElse(""));
  }

  private static String wording(Concept concept, Locale language) {
    return concept.preferred(language).map(Term::text).orElse("");
  }
}
