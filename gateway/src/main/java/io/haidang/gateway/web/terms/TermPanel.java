package io.haidang.gateway.web.terms;

import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.terms.ConceptVersion;
import io.haidang.gateway.terms.Concepts.Details;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Term;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An official name in short, for whoever meets it in a text. */
final class TermPanel {

  private final Terminology terms;
  private final Renderer renderer;
  private final Clock clock;

  TermPanel(Terminology terms, Renderer renderer, Clock clock) {
    this.terms = terms;
    this.renderer = renderer;
    this.clock = clock;
  }

  /**
   * What is told.
   *
   * @param language of the wordings
   * @param wordings in that language, the one to write first
   * @param day of the text
   * @param isOfficial whether the name is official on that day
   * @param successor what replaced it, or null
   * @param successorName its name in the language; empty when it has none
   * @param since the release that the present content came with, or null when it is in none
   */
  record View(
      ConceptLink link,
      Concept concept,
      Locale language,
      List<Term> wordings,
      LocalDate day,
      boolean isOfficial,
      String validity,
      @Nullable ConceptLink successor,
      String successorName,
      @Nullable Integer since) {}

  static String href(ConceptId id, Locale language, LocalDate day) {
    return ConceptLink.href(id) + "/panel?language=" + language.toLanguageTag() + "&on=" + day;
  }

  /** A script takes the panel; a browser without one is sent to the page of the name. */
  Reply show(Visit visit) {
    ConceptId id = ConceptPage.id(visit.request());
    if (!visit.request().fragment()) {
      return Reply.redirect(ConceptLink.href(id));
    }
    Details details = terms.concepts().details(id);
    Concept concept = details.content();
    Locale language = Locale.forLanguageTag(visit.request().parameter("language"));
    LocalDate day = day(visit.request().parameter("on"));
    Concept successor = terms.released().glossary().successor(concept, day).orElse(null);
    View view =
        new View(
            ConceptLink.of(concept),
            concept,
            language,
            wordings(concept, language),
            day,
            concept.validity().contains(day),
            ValidityText.of(concept.validity(), visit.texts()),
            successor == null ? null : ConceptLink.of(successor),
            successor == null ? "" : successor.preferred(language).map(Term::text).orElse(""),
            since(details));
    return Reply.html(renderer.fragment(visit, "terms/termPanel", view));
  }

  private static List<Term> wordings(Concept concept, Locale language) {
    List<Term> own =
        concept.terms().stream()
            .filter(term -> term.serves(language))
            .sorted(Comparator.comparing(Term::status))
            .toList();
    return own.isEmpty() ? concept.preferred(language).stream().toList() : own;
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return LocalDate.now(clock);
    }
  }

  static @Nullable Integer since(Details details) {
    return details.versions().stream()
        .filter(version -> version.to() == null)
        .map(ConceptVersion::from)
        .findFirst()
        .orElse(null);
  }
}
