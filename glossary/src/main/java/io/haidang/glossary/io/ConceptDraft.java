package io.haidang.glossary.io;

import io.haidang.glossary.CaseRule;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.Validity;
import io.haidang.glossary.io.RowProblem.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A concept whose parts come in one by one, from one row or several. Not thread-safe. */
final class ConceptDraft {

  private final ConceptId id;
  private final long line;
  private final Map<Field, String> values = new EnumMap<>(Field.class);
  private final List<Term> terms = new ArrayList<>(2);
  private boolean unusable;

  ConceptDraft(ConceptId id, long line) {
    this.id = id;
    this.line = line;
  }

  ConceptId id() {
    return id;
  }

  long line() {
    return line;
  }

  /** Leaves the whole concept out. */
  void markUnusable() {
    unusable = true;
  }

  boolean isUnusable() {
    return unusable;
  }

  /** Several rows may repeat a value, but not contradict it. Empty values say nothing. */
  void set(Field field, String value) {
    String stripped = value.strip();
    if (stripped.isEmpty()) {
      return;
    }
    String before = values.putIfAbsent(field, stripped);
    if (before != null && !before.equals(stripped)) {
      throw new FieldException(field.header(), stripped, Kind.AS_BEFORE, shown(before));
    }
  }

  /** Adds to what was said before, as notes do. */
  void append(Field field, String value) {
    values.merge(field, value.strip(), (before, more) -> before + "\n" + more);
  }

  private static String shown(String value) {
    return FieldException.shown(value);
  }

  void add(Term term) {
    terms.add(term);
  }

  /**
   * Puts the parts together.
   *
   * @throws FieldException when a value is unusable
   * @throws IllegalArgumentException when the parts do not go together
   */
  Concept build() {
    return Concept.builder(id)
        .terms(terms)
        .validity(validity())
        .successor(successor())
        .source(text(Field.SOURCE))
        .article(text(Field.ARTICLE))
        .domain(text(Field.DOMAIN))
        .definition(text(Field.DEFINITION))
        .note(text(Field.NOTE))
        .translatable(!has(Field.TRANSLATE) || yes(Field.TRANSLATE))
        .build();
  }

  private boolean has(Field field) {
    return values.containsKey(field);
  }

  private String text(Field field) {
    return values.getOrDefault(field, "");
  }

  private boolean yes(Field field) {
    return Values.yesOrNo(field.header(), text(field));
  }

  private Validity validity() {
    LocalDate from = date(Field.VALID_FROM);
    LocalDate to = date(Field.VALID_TO);
    if (from != null && to != null && to.isBefore(from)) {
      throw new FieldException("valid_to", to.toString(), Kind.DAY_NOT_BEFORE_START);
    }
    return new Validity(from, to);
  }

  private @Nullable LocalDate date(Field field) {
    return has(field) ? Values.date(field.header(), text(field)) : null;
  }

  private @Nullable ConceptId successor() {
    return has(Field.SUCCESSOR) ? new ConceptId(text(Field.SUCCESSOR)) : null;
  }

  /** Makes a term out of texts; empty ones take the usual value. */
  static Term term(
      Locale language,
      String text,
      TermStatus status,
      String reason,
      String caseRule,
      String firstMention) {
    return new Term(
        language,
        text.strip(),
        status,
        reason.strip(),
        caseRule.isBlank() ? CaseRule.NAME : Values.caseRule(caseRule),
        firstMention.isBlank() ? FirstMention.WHEN_USED : Values.firstMention(firstMention));
  }
}
