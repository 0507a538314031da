package io.haidang.gateway.web.terms;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.glossary.CaseRule;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * A wording as it was typed, right or wrong.
 *
 * @param language tag
 * @param status wire name, as {@code caseRule} and {@code firstMention}
 */
record TermRow(
    String language,
    String text,
    String status,
    String reason,
    String caseRule,
    String firstMention) {

  static TermRow empty(String language) {
    return new TermRow(
        language,
        "",
        PublicName.of(TermStatus.PREFERRED),
        "",
        PublicName.of(CaseRule.NAME),
        PublicName.of(FirstMention.WHEN_USED));
  }

  static TermRow of(Term term) {
    return new TermRow(
        term.language().toLanguageTag(),
        term.text(),
        PublicName.of(term.status()),
        term.reason(),
        PublicName.of(term.caseRule()),
        PublicName.of(term.firstMention()));
  }

  /** The rows of a form; each sends every one of its fields. */
  static List<TermRow> of(WebRequest request) {
    List<String> texts = request.fields("text");
    List<TermRow> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      rows.add(
          new TermRow(
              at(request, "language", i),
              texts.get(i),
              at(request, "status", i),
              at(request, "reason", i),
              at(request, "case", i),
              at(request, "first", i)));
    }
    return rows;
  }

  private static String at(WebRequest request, String name, int index) {
    List<String> values = request.fields(name);
    return index < values.size() ? values.get(index) : "";
  }

  TermRow withText(String other) {
    return new TermRow(language, other, status, reason, caseRule, firstMention);
  }

  boolean isBlank() {
    return text.isBlank() && reason.isBlank();
  }
}
