package io.haidang.glossary.enforce;

import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.Validity;
import io.haidang.glossary.enforce.TermFinding.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which official names a translation must contain, and verifies it.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class TermEnforcer {

  private final Glossary glossary;

  public TermEnforcer(Glossary glossary) {
    this.glossary = glossary;
  }

  /** The snapshot this enforcer works from. */
  public Glossary glossary() {
    return glossary;
  }

  /**
   * The names in {@code text} and how the target has to write them. A name that was not official on
   * the date of the text is still required, since the text says it, and reported.
   *
   * @param text one segment of the source
   * @param source its language
   * @param target language of the translation
   * @param textDate the date of the text, which decides which names are official
   */
  public TermPlan plan(String text, Locale source, Locale target, LocalDate textDate) {
    List<TermRequirement> requirements = new ArrayList<>();
    List<TermFinding> findings = new ArrayList<>();
    for (TermMatch match : glossary.match(text, source, textDate)) {
      match
          .concept()
          .preferred(target)
          .ifPresent(rendering -> requirements.add(new TermRequirement(match, rendering)));
      if (!match.concept().validity().contains(textDate)) {
        findings.add(notValid(match, target, textDate));
      }
    }
    return new TermPlan(text, target, requirements, findings);
  }

  private TermFinding notValid(TermMatch match, Locale target, LocalDate textDate) {
    Concept concept = match.concept();
    Optional<Concept> successor = successorOn(concept, textDate);
    String expected = successor.flatMap(next -> next.preferred(target)).map(Term::text).orElse("");
    return new TermFinding(
        Kind.NOT_VALID,
        concept.id(),
        match.span(),
        null,
        expected,
        reasonNotValid(concept, successor, match.term().language()));
  }

  /**
   * What took the place of a concept that is not official on {@code day}; empty when it is, and for
   * a name that came later: a text of the past is not to use it.
   */
  private Optional<Concept> successorOn(Concept concept, LocalDate day) {
    return concept.validity().contains(day)
        ? Optional.empty()
        : glossary.successor(concept, day).filter(next -> next.validity().contains(day));
  }

  /** When the name was official, what the list says about it, and what took its place. */
  private static String reasonNotValid(
      Concept concept, Optional<Concept> successor, Locale language) {
    Validity validity = concept.validity();
    return Stream.of(
            validity.from() == null ? "" : "from " + validity.from(),
            validity.to() == null ? "" : "until " + validity.to(),
            concept.reference(),
            concept.note(),
            successor.map(next -> reason(next, language)).orElse(""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String reason(Concept successor, Locale language) {
    String name = successor.preferred(language).map(Term::text).orElse(successor.id().value());
    String reference = successor.reference();
    return "now " + name + (reference.isEmpty() ? "" : " (" + reference + ")");
  }

  /**
   * What is wrong with {@code translation}: required names that are missing (counted, so a name
   * required twice must appear twice, and a name inside the name of something else does not count)
   * and forbidden wordings, beside the findings of the plan. Who follows a finding and writes the
   * successor's name in place of one that has ended misses none.
   */
  public List<TermFinding> verify(TermPlan plan, String translation, LocalDate textDate) {
    return verify(plan, translation, textDate, Set.of());
  }

  /**
   * As {@link #verify(TermPlan, String, LocalDate)}, for a segment in the middle of a document.
   *
   * @param introduced concepts whose full name the document has given before, so that their
   *     abbreviation may stand alone; see {@link DocumentTerms#introducedBefore}
   */
  public List<TermFinding> verify(
      TermPlan plan, String translation, LocalDate textDate, Set<ConceptId> introduced) {
    List<TermFinding> findings = new ArrayList<>(plan.findings());
    List<TermMatch> mentions = glossary.match(translation, plan.target(), textDate);
    RenderingSearch search = new RenderingSearch(translation, plan.target(), introduced, mentions);
    for (TermRequirement missing : search.missing(plan)) {
      Concept concept = missing.match().concept();
      if (successorOn(concept, textDate).filter(search::takeAnyOf).isPresent()) {
        continue;
      }
      findings.add(
          new TermFinding(
              Kind.MISSING,
              concept.id(),
              missing.match().span(),
              null,
              missing.rendering().text(),
              concept.reference()));
    }
    for (TermMatch match : mentions) {
      if (match.term().status() == TermStatus.FORBIDDEN) {
        findings.add(forbidden(match, plan.target()));
      }
    }
    return findings;
  }

  private static TermFinding forbidden(TermMatch match, Locale target) {
    String official = match.concept().preferred(target).map(Term::text).orElse("");
    String reason = match.term().reason();
    return new TermFinding(
        Kind.FORBIDDEN,
        match.concept().id(),
        null,
        match.span(),
        official,
        reason.isEmpty() ? match.concept().reference() : reason);
  }
}
