package io.haidang.gateway.web.draft;

import io.haidang.models.LanguagePair;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The form for a draft as it is shown.
 *
 * @param problems what is wrong, by field
 * @param sources languages that can be translated
 * @param targets languages that can be translated into
 */
record SubmitView(
    SubmitForm form, Map<String, String> problems, List<Locale> sources, List<Locale> targets) {

  static SubmitView of(
      SubmitForm form, Map<String, String> problems, Collection<LanguagePair> pairs) {
    return new SubmitView(
        form,
        problems,
        languages(pairs, LanguagePair::source),
        languages(pairs, LanguagePair::target));
  }

  private static List<Locale> languages(
      Collection<LanguagePair> pairs, Function<LanguagePair, Locale> side) {
    return pairs.stream().map(side).distinct().sorted(SubmitView::byTag).toList();
  }

  private static int byTag(Locale a, Locale b) {
    return a.toLanguageTag().compareTo(b.toLanguageTag());
  }

  /** What is wrong with a field; empty when nothing is. */
  String problem(String field) {
    return problems.getOrDefault(field, "");
  }

  /** What a screen reader reads with the field: the problem, if any, then the explanation. */
  String describedBy(String field) {
    return problem(field).isEmpty() ? field + "-hint" : field + "-problem " + field + "-hint";
  }
}
