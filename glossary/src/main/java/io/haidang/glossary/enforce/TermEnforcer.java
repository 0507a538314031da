package io.haidang.glossary.enforce;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.Validity;
import io.haidang.glossary.enforce.TermFinding.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        findings.add(notValid(match));
      }
    }
    return new TermPlan(text, target, requirements, findings);
  }

  private static TermFinding notValid(TermMatch match) {
    Concept concept = match.concept();
    return new TermFinding(
        Kind.NOT_VALID, concept.id(), match.span(), null, "", reasonNotValid(concept));
  }

  /** When the name was official, and what the list says about it. */
  private static String reasonNotValid(Concept concept) {
    Validity validity = concept.validity();
    return Stream.of(
            validity.from() == null ? "" : "from " + validity.from(),
            validity.to() == null ? "" : "until " + validity.to(),
            concept.source(),
            concept.note())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /**
   * What is wrong with {@code translation}: required names that are missing (counted, so a name
   * required twice must appear twice) and forbidden wordings, beside the findings of the plan.
   */
  public List<TermFinding> verify(TermPlan plan, String translation, LocalDate textDate) {
    List<TermFinding> findings = new ArrayList<>(plan.findings());
    for (TermRequirement missing : new RenderingSearch(translation, plan.target()).missing(plan)) {
      Concept concept = missing.match().concept();
      findings.add(
          new TermFinding(
              Kind.MISSING,
              concept.id(),
              missing.match().span(),
              null,
              missing.rendering().text(),
              concept.source()));
    }
    for (TermMatch match : glossary.match(translation, plan.target(), textDate)) {
      if (match.term().status() == TermStatus.FORBIDDEN) {
        findings.add(forbidden(match, plan.target()));
      }
    }
    return findings;
  }

  private static TermFinding forbidden(TermMatch match, Locale target) {
    String official = match.concept().preferred(target).map(term -> term.text()).orElse("");
    String reason = match.term().reason();
    return new TermFinding(
        Kind.FORBIDDEN,
        match.concept().id(),
        null,
        match.span(),
        official,
        reason.isEmpty() ? match.concept().source() : reason);
  }
}
