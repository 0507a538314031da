package io.haidang.gateway.web.terms;

import io.haidang.gateway.web.kit.DayField;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.glossary.Concept;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A concept as it was typed, right or wrong.
 *
 * @param id empty to have one made from the name
 * @param validFrom as {@link DayField} writes it; empty without a limit
 * @param successor id or Vietnamese name of another concept; empty for none
 * @param version of the concept that the form was filled from; 0 for a new one
 * @param comment why it is proposed
 */
record ConceptForm(
    String id,
    List<TermRow> terms,
    String validFrom,
    String validTo,
    String successor,
    String source,
    String article,
    String domain,
    String definition,
    String note,
    boolean untranslated,
    int version,
    String comment) {

  ConceptForm {
    terms = List.copyOf(terms);
  }

  /** Nothing typed yet, with a row for either language of most names. */
  static ConceptForm empty() {
    return new ConceptForm(
        "",
        List.of(TermRow.empty("vi"), TermRow.empty("en")),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        false,
        0,
        "");
  }

  static ConceptForm of(Concept concept, int version) {
    return new ConceptForm(
        concept.id().value(),
        concept.terms().stream().map(TermRow::of).toList(),
        text(concept.validity().from()),
        text(concept.validity().to()),
        concept.successor() == null ? "" : concept.successor().value(),
        concept.source(),
        concept.article(),
        concept.domain(),
        concept.definition(),
        concept.note(),
        !concept.translatable(),
        version,
        "");
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : DayField.write(day);
  }

  /**
   * What a browser sent.
   *
   * @param id of the concept, or what was typed for a new one
   */
  static ConceptForm of(WebRequest request, String id) {
    return new ConceptForm(
        id,
        TermRow.of(request),
        request.field("validFrom"),
        request.field("validTo"),
        request.field("successor").strip(),
        request.field("source").strip(),
        request.field("article").strip(),
        request.field("domain").strip(),
        request.field("definition").strip(),
        request.field("note").strip(),
        request.field("untranslated").equals("yes"),
        request.number("version"),
        request.field("comment").strip());
  }

  /** The same with one more row at the end. */
  ConceptForm withRow() {
    List<TermRow> more = new ArrayList<>(terms);
    more.add(TermRow.empty(""));
    return with(more);
  }

  /** The same without a row; as it is when there is no such row. */
  ConceptForm withoutRow(int index) {
    List<TermRow> fewer = new ArrayList<>(terms);
    if (index >= 0 && index < fewer.size()) {
      fewer.remove(index);
    }
    return with(fewer);
  }

  /** The same with other rows. */
  ConceptForm with(List<TermRow> rows) {
    return new ConceptForm(
        id,
        rows,
        validFrom,
        validTo,
        successor,
        source,
        article,
        domain,
        definition,
        note,
        untranslated,
        version,
        comment);
  }

  /** The same, made from another version of the concept. */
  ConceptForm from(int otherVersion) {
    return new ConceptForm(
        id,
        terms,
        validFrom,
        validTo,
        successor,
        source,
        article,
        domain,
        definition,
        note,
        untranslated,
        otherVersion,
        comment);
  }
}
