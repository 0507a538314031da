package io.haidang.summarization;

import io.haidang.summarization.FormSentence.Role;
import java.util.List;

/**
 * One way to make a form. Immutable.
 *
 * @param sentences in the order of the product; at least one
 * @param origin who worded it
 */
public record FormCandidate(List<FormSentence> sentences, FormOrigin origin) {

  public FormCandidate {
    sentences = List.copyOf(sentences);
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("candidate.sentences: (none) (expected: at least one)");
    }
  }

  public FormCandidate(List<FormSentence> sentences) {
    this(sentences, FormOrigin.EXTRACTIVE);
  }

  /**
   * The whole product: sentences in a row, what is no plain sentence on a line of its own. Points
   * begin with a dash when prose stands before them.
   */
  public String text() {
    return FormLayout.join(sentences);
  }

  /** The texts of those sentences that each language says in its own words. */
  public List<String> prose() {
    return sentences.stream().filter(FormSentence::isProse).map(FormSentence::text).toList();
  }

  /** Whether some sentence has this role. */
  public boolean has(Role role) {
    return sentences.stream().anyMatch(sentence -> sentence.role() == role);
  }

  /** The same sources in other words. */
  public FormCandidate withSentences(List<FormSentence> others) {
    return new FormCandidate(others, origin);
  }
}
