package io.haidang.gateway.web.draft;

import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.web.kit.Forms;
import io.haidang.models.LanguagePair;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The form for drafts as it is shown.
 *
 * @param problems what is wrong, by field
 * @param taken names of files that were taken in, while others were refused
 * @param refused files that were not taken in
 * @param sources languages that can be translated
 * @param targets languages that products can be made in
 */
record SubmitView(
    SubmitForm form,
    Map<String, String> problems,
    List<String> taken,
    List<RefusedFile> refused,
    List<Locale> sources,
    List<Locale> targets) {

  /**
   * A file that was not taken in.
   *
   * @param message what is wrong with it, and what to do
   */
  record RefusedFile(String name, String message) {}

  static SubmitView of(
      SubmitForm form,
      Map<String, String> problems,
      List<String> taken,
      List<RefusedFile> refused,
      Collection<LanguagePair> pairs) {
    return new SubmitView(
        form,
        problems,
        taken,
        refused,
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

  /** Forms of one kind to choose from: texts, or posts for platforms. */
  List<ProductForm> forms(boolean posts) {
    return Forms.ALL.stream()
        .filter(offered -> !offered.isTranscript() && Forms.isPost(offered) == posts)
        .toList();
  }

  boolean isChosen(ProductForm offered) {
    return form.forms().contains(offered.id());
  }

  /** How many things have to be put right. */
  int wrongs() {
    return problems.size() + refused.size();
  }

  /** Whether the browser may keep the files that it has chosen; what is taken in goes. */
  boolean keepsFiles() {
    return taken.isEmpty();
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
