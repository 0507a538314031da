package io.haidang.gateway.web.terms;

import io.haidang.gateway.PublicName;
import io.haidang.glossary.CaseRule;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.TermStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form for a concept as it is shown.
 *
 * @param link the concept that is to change, or null for a new one
 * @param problems what is wrong, by the id of the field
 * @param refusal why it could not be proposed; empty usually
 * @param theirs how what is in force now differs from what the form was filled from, when somebody
 *     else has changed it meanwhile
 * @param newRow whether the last row has just been added
 */
record ConceptFormView(
    @Nullable ConceptLink link,
    ConceptForm form,
    Map<String, String> problems,
    String refusal,
    List<ConceptDifference.Line> theirs,
    boolean newRow) {

  /** Tags that the field for languages suggests; any other is fine, too. */
  private static final List<String> SUGGESTED =
      List.of("vi", "en", "zh", "ja", "ko", "fr", "de", "es", "ru", "ar", "lo", "km", "th");

  static ConceptFormView of(@Nullable ConceptLink link, ConceptForm form) {
    return new ConceptFormView(link, form, Map.of(), "", List.of(), false);
  }

  ConceptFormView withProblems(Map<String, String> found) {
    return new ConceptFormView(link, form, found, refusal, theirs, false);
  }

  ConceptFormView withRefusal(String message, List<ConceptDifference.Line> changed) {
    return new ConceptFormView(link, form, problems, message, changed, false);
  }

  ConceptFormView withNewRow() {
    return new ConceptFormView(link, form, problems, refusal, theirs, true);
  }

  String action() {
    return link == null ? "/glossary/new" : link.href() + "/edit";
  }

  List<String> suggestedLanguages() {
    return SUGGESTED;
  }

  List<String> statuses() {
    return List.of(TermStatus.values()).stream().map(PublicName::of).toList();
  }

  List<String> caseRules() {
    return List.of(CaseRule.values()).stream().map(PublicName::of).toList();
  }

  List<String> firstMentions() {
    return List.of(FirstMention.values()).stream().map(PublicName::of).toList();
  }

  /** What is wrong with a field; empty when nothing is. */
  String problem(String field) {
    return problems.getOrDefault(field, "");
  }

  boolean isWrong(String field) {
    return problems.containsKey(field);
  }

  /**
   * What a screen reader reads with a field that has a hint: the problem, if any, then the hint.
   */
  String describedBy(String field) {
    return isWrong(field) ? field + "-problem " + field + "-hint" : field + "-hint";
  }

  /** The same for a field without a hint. */
  @Nullable String problemId(String field) {
    return isWrong(field) ? field + "-problem" : null;
  }
}
