package io.haidang.gateway.web;

import io.haidang.gateway.terms.ConceptSearch;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The official names. */
final class GlossaryPage {

  private static final int MAX_QUERY = 200;

  private final Supplier<Glossary> released;
  private final Renderer renderer;
  private final Clock clock;

  GlossaryPage(Supplier<Glossary> released, Renderer renderer, Clock clock) {
    this.released = released;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** What was found. */
  record View(String query, String release, int total, List<Row> rows) {}

  /**
   * A concept as a row.
   *
   * @param also other accepted wordings, abbreviations included
   * @param isOfficial whether it is official today
   */
  record Row(
      @Nullable String vietnamese,
      @Nullable String english,
      List<Term> also,
      List<Term> forbidden,
      String validity,
      boolean isOfficial,
      String source,
      String note) {}

  Reply show(Visit visit) {
    String typed = visit.request().parameter("q");
    String query = typed.substring(0, Math.min(typed.length(), MAX_QUERY)).strip();
    Glossary glossary = released.get();
    List<Row> rows =
        ConceptSearch.in(glossary).find(query).stream()
            .map(concept -> row(concept, visit.texts()))
            .toList();
    View view = new View(query, glossary.release().value(), glossary.concepts().size(), rows);
    String title = visit.texts().get("glossary.title");
    return Reply.html(
        visit.request().fragment()
            ? renderer.fragment(visit, "glossaryList", view)
            : renderer.page(visit, "glossary", title, "glossary", view));
  }

  private Row row(Concept concept, Texts texts) {
    return new Row(
        preferred(concept, Languages.VIETNAMESE),
        preferred(concept, Locale.ENGLISH),
        concept.terms().stream()
            .filter(
                term ->
                    term.status() == TermStatus.ADMITTED
                        || term.status() == TermStatus.ABBREVIATION)
            .toList(),
        concept.terms().stream().filter(term -> term.status() == TermStatus.FORBIDDEN).toList(),
        ValidityText.of(concept.validity(), texts),
        concept.validity().contains(LocalDate.now(clock)),
        concept.source(),
        concept.note());
  }

  private static @Nullable String preferred(Concept concept, Locale language) {
    return concept.preferred(language).map(Term::text).orElse(null);
  }
}
