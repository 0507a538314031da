package io.haidang.gateway.web.terms;

import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.terms.Concepts.Found;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.terms.NameFilter.Days;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The official names, to browse and to search. */
final class GlossaryPage {

  private static final int PAGE_SIZE = 50;

  private final Terminology terms;
  private final Renderer renderer;
  private final Clock clock;

  GlossaryPage(Terminology terms, Renderer renderer, Clock clock) {
    this.terms = terms;
    this.renderer = renderer;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param concepts in the release, found or not
   * @param languages that the release has wordings in
   * @param otherLanguage of the names beside the Vietnamese ones
   * @param total how many were found
   */
  record View(
      NameFilter filter,
      String release,
      int concepts,
      List<Locale> languages,
      Locale otherLanguage,
      int total,
      List<Row> rows,
      Pager pager) {

    List<Days> days() {
      return List.of(Days.values());
    }
  }

  /**
   * A concept as a row.
   *
   * @param other the name in the language that was asked for, or in English; empty without one
   * @param also other accepted wordings, abbreviations included
   * @param isOfficial whether it is official today
   */
  record Row(
      ConceptLink concept,
      String other,
      List<Term> also,
      List<Term> forbidden,
      String validity,
      boolean isOfficial,
      String source,
      String note) {}

  Reply show(Visit visit) {
    NameFilter filter = NameFilter.of(visit.request());
    LocalDate today = LocalDate.now(clock);
    List<Concept> found =
        inReach(filter).stream().filter(concept -> filter.takes(concept, today)).toList();
    Pager pager = Pager.of(visit.request(), filter.address(), found.size(), PAGE_SIZE);
    Glossary glossary = terms.released().glossary();
    View view =
        new View(
            filter,
            glossary.release().value(),
            glossary.concepts().size(),
            languages(glossary),
            filter.otherLanguage(),
            found.size(),
            found.stream()
                .skip(pager.offset(PAGE_SIZE))
                .limit(PAGE_SIZE)
                .map(concept -> row(concept, filter, today, visit.texts()))
                .toList(),
            pager);
    String title = visit.texts().get("glossary.title");
    return Reply.html(
        visit.request().fragment()
            ? renderer.fragment(visit, "terms/glossaryList", view)
            : renderer.page(visit, "terms/glossary", title, "glossary", view));
  }

  private List<Concept> inReach(NameFilter filter) {
    if (filter.days() == Days.RETIRED) {
      return terms.concepts().retired(0, Integer.MAX_VALUE).stream().filter(filter::finds).toList();
    }
    Found found = terms.concepts().find(filter.query(), 0, Integer.MAX_VALUE);
    return found.concepts();
  }

  private static List<Locale> languages(Glossary glossary) {
    return glossary.concepts().stream()
        .flatMap(concept -> concept.terms().stream())
        .map(Term::language)
        .distinct()
        .toList();
  }

  private static Row row(Concept concept, NameFilter filter, LocalDate today, Texts texts) {
    ConceptLink link = ConceptLink.of(concept);
    Locale wanted = filter.otherLanguage();
    return new Row(
        link,
        concept
            .preferred(wanted)
            .map(Term::text)
            .filter(text -> !text.equals(link.name()))
            .orElse(""),
        concept.terms().stream()
            .filter(
                term ->
                    term.status() == TermStatus.ADMITTED
                        || term.status() == TermStatus.ABBREVIATION)
            .toList(),
        concept.terms().stream().filter(term -> term.status() == TermStatus.FORBIDDEN).toList(),
        ValidityText.of(concept.validity(), texts),
        concept.validity().contains(today),
        concept.reference(),
        concept.note());
  }
}
