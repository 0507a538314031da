package io.haidang.summarization.form;

import io.haidang.summarization.Form;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.compress.Clause;
import io.haidang.summarization.compress.ClauseDropper;
import io.haidang.summarization.extract.OutlineSentence;
import io.haidang.summarization.extract.Ranking;
import io.haidang.summarization.extract.StoryOutline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A story taken apart, from which each shape makes its candidates.
 *
 * @param ranking of the sentences of the body
 */
record Material(
    FormRequest request,
    StoryOutline outline,
    Ranking ranking,
    ClauseDropper clauses,
    WholeSentences grammar) {

  /** What may always go: the sentence says less, and nothing else. */
  private static final Set<Clause> ANYWHERE = EnumSet.range(Clause.CONNECTIVE, Clause.COORDINATE);

  private static final Set<Clause> WITH_CIRCUMSTANCES = EnumSet.copyOf(ANYWHERE);

  static {
    WITH_CIRCUMSTANCES.addAll(Set.of(Clause.PLACE, Clause.ADJUNCT));
  }

  Form form() {
    return request.form();
  }

  /** A sentence of the body by its number, without the word that ties it to another. */
  OutlineSentence sentence(int index) {
    return ranking.sentences().get(index);
  }

  /** The sentence and its shorter versions that keep its date, longest first. */
  List<String> versions(int index) {
    return versions(sentence(index).text(), ANYWHERE);
  }

  /** The same, without whatever a headline can do without. */
  List<String> headlineVersions(int index) {
    return versions(sentence(index).text(), EnumSet.allOf(Clause.class));
  }

  /** The same, without places and circumstances too, for where there is little room. */
  List<String> shortestVersions(int index) {
    return versions(sentence(index).text(), WITH_CIRCUMSTANCES);
  }

  private List<String> versions(String text, Set<Clause> allowed) {
    String untied = clauses.without(Clause.CONNECTIVE, text);
    List<String> versions = new ArrayList<>(List.of(untied));
    versions.addAll(clauses.variants(untied, allowed));
    return versions;
  }

  /**
   * The numbers of the sentences in the order in which each adds most. Those that cannot be read
   * alone are left out: parts of a quotation, and what the next sentence takes back.
   *
   * @param relevance how much importance counts against novelty, 0 to 1
   */
  List<Integer> order(double relevance) {
    return ranking.diverse(relevance).stream().filter(this::isUsable).toList();
  }

  /** The numbers of the sentences that can be read alone, the most important first. */
  List<Integer> best() {
    return ranking.best().stream().filter(i -> isUsable(i) && !pointsBack(i)).toList();
  }

  /** Whether a sentence is about what the one before it says. */
  boolean pointsBack(int index) {
    return grammar.pointsBack(clauses.without(Clause.CONNECTIVE, sentence(index).text()));
  }

  private boolean isUsable(int index) {
    boolean last = index + 1 >= ranking.sentences().size();
    return WholeSentences.isWhole(sentence(index).text())
        && !WholeSentences.announces(sentence(index).text())
        && (last || !grammar.denies(sentence(index + 1).text()));
  }

  FormSentence made(int index, String text, Role role) {
    return new FormSentence(text, sentence(index).segments(), role);
  }
}
