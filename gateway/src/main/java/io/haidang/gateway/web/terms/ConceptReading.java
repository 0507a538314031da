package io.haidang.gateway.web.terms;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.web.kit.DayField;
import io.haidang.gateway.web.kit.Languages;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.glossary.CaseRule;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.Validity;
import io.haidang.glossary.io.ConceptSlug;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a concept of what was typed, or says at which fields it is none. Not thread-safe. */
final class ConceptReading {

  private final ConceptForm form;
  private final Glossary glossary;
  private final Texts texts;
  private final Map<String, String> problems = new LinkedHashMap<>();

  private ConceptReading(ConceptForm form, Glossary glossary, Texts texts) {
    this.form = form;
    this.glossary = glossary;
    this.texts = texts;
  }

  /**
   * What came of it.
   *
   * @param concept null when there are problems
   * @param problems what is wrong, by the id of the field
   */
  record Result(@Nullable Concept concept, Map<String, String> problems) {}

  /**
   * Reads a form.
   *
   * @param glossary that a successor is looked up in
   */
  static Result of(ConceptForm form, Glossary glossary, Texts texts) {
    ConceptReading reading = new ConceptReading(form, glossary, texts);
    Concept concept = reading.read();
    return new Result(reading.problems.isEmpty() ? concept : null, reading.problems);
  }

  private @Nullable Concept read() {
    List<Term> terms = terms();
    Validity validity = validity();
    ConceptId id = id(terms);
    ConceptId successor = successor(id);
    if (!problems.isEmpty()) {
      return null;
    }
    return Concept.builder(id)
        .terms(terms)
        .validity(validity)
        .successor(successor)
        .source(form.source())
        .article(form.article())
        .domain(form.domain())
        .definition(form.definition())
        .note(form.note())
        .translatable(!form.untranslated())
        .build();
  }

  private List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    Set<Locale> preferred = new HashSet<>();
    for (int i = 0; i < form.terms().size(); i++) {
      TermRow row = form.terms().get(i);
      if (!row.isBlank()) {
        Optional<Term> term = term(row, i);
        term.filter(read -> read.status() == TermStatus.PREFERRED)
            .filter(read -> !preferred.add(read.language()))
            .ifPresent(second -> tellTwoPreferred(second));
        term.ifPresent(terms::add);
      }
    }
    if (terms.isEmpty() && problems.isEmpty()) {
      problems.put("terms", texts.get("concept.no-terms"));
    }
    return terms;
  }

  private void tellTwoPreferred(Term second) {
    problems.put("terms", texts.get("concept.two-preferred", texts.language(second.language())));
  }

  private Optional<Term> term(TermRow row, int index) {
    Optional<Locale> language = language(row.language().strip());
    if (language.isEmpty()) {
      problems.put("language-" + index, texts.get("concept.no-language"));
    }
    if (row.text().isBlank()) {
      problems.put("text-" + index, texts.get("concept.no-text"));
    }
    if (language.isEmpty() || row.text().isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new Term(
            language.get(),
            row.text().strip(),
            constant(TermStatus.class, row.status(), TermStatus.PREFERRED),
            row.reason().strip(),
            constant(CaseRule.class, row.caseRule(), CaseRule.NAME),
            constant(FirstMention.class, row.firstMention(), FirstMention.WHEN_USED)));
  }

  private static Optional<Locale> language(String tag) {
    try {
      Locale language = new Locale.Builder().setLanguageTag(tag).build();
      return Optional.of(language).filter(known -> !known.getLanguage().isEmpty());
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
    for (E constant : type.getEnumConstants()) {
      if (PublicName.of(constant).equals(name)) {
        return constant;
      }
    }
    return otherwise;
  }

  private Validity validity() {
    LocalDate from = date("validFrom", form.validFrom());
    LocalDate to = date("validTo", form.validTo());
    if (from != null && to != null && to.isBefore(from)) {
      problems.put("validTo", texts.get("concept.ends-before"));
      return Validity.ALWAYS;
    }
    return new Validity(from, to);
  }

  private @Nullable LocalDate date(String field, String text) {
    try {
      return text.isBlank() ? null : DayField.read(text);
    } catch (DateTimeException e) {
      problems.put(field, texts.get("concept.no-date"));
      return null;
    }
  }

  /** The one that was given, else one made from the first name. */
  private ConceptId id(List<Term> terms) {
    if (form.id().isBlank()) {
      return terms.isEmpty() ? new ConceptId("-") : ConceptSlug.of(name(terms));
    }
    return new ConceptId(form.id().strip());
  }

  private static String name(List<Term> terms) {
    return terms.stream()
        .filter(term -> term.language().equals(Languages.VIETNAMESE))
        .findFirst()
        .orElse(terms.get(0))
        .text();
  }

  /** By id, else by the Vietnamese name. */
  private @Nullable ConceptId successor(ConceptId own) {
    String wanted = form.successor();
    if (wanted.isEmpty()) {
      return null;
    }
    Optional<ConceptId> found =
        glossary
            .find(new ConceptId(wanted))
            .or(() -> named(wanted))
            .map(Concept::id)
            .filter(id -> !id.equals(own));
    if (found.isEmpty()) {
      problems.put("successor", texts.get("concept.no-successor"));
    }
    return found.orElse(null);
  }

  private Optional<Concept> named(String name) {
    return glossary.concepts().stream()
        .filter(
            concept ->
                concept
                    .preferred(Languages.VIETNAMESE)
                    .filter(term -> term.text().equalsIgnoreCase(name))
                    .isPresent())
        .findFirst();
  }
}
