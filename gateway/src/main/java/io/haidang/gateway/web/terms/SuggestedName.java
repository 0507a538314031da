package io.haidang.gateway.web.terms;

import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.web.kit.WebRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The address of the form for a new name, filled in part by another page: a parameter for each
 * language, named by its tag. Whatever it says is typed for the terminologist, not proposed.
 */
final class SuggestedName {

  private static final String TAG = "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}";
  private static final int MAX_TEXT = 1_000;
  private static final int MAX_ROWS = 20;

  private SuggestedName() {}

  /**
   * Where a wording is proposed from.
   *
   * @param rendering may be empty
   */
  static String href(Locale source, String wording, Locale language, String rendering) {
    return "/glossary/new?" + parameter(source, wording) + "&" + parameter(language, rendering);
  }

  private static String parameter(Locale language, String text) {
    return language.toLanguageTag() + "=" + ConceptLink.encoded(text);
  }

  /** The form with what the address says; parameters that are no language are passed over. */
  static ConceptForm form(WebRequest request) {
    List<TermRow> rows = new ArrayList<>();
    ConceptForm.empty()
        .terms()
        .forEach(row -> rows.add(row.withText(text(request, row.language()))));
    List<String> usual = rows.stream().map(TermRow::language).toList();
    request.parameters().names().stream()
        .filter(name -> name.matches(TAG) && !usual.contains(name))
        .sorted()
        .limit(MAX_ROWS)
        .forEach(tag -> rows.add(TermRow.empty(tag).withText(text(request, tag))));
    return ConceptForm.empty().with(rows);
  }

  private static String text(WebRequest request, String tag) {
    return TextField.require(tag, request.parameter(tag), MAX_TEXT).strip();
  }
}
