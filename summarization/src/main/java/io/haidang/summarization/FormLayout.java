package io.haidang.summarization;

import io.haidang.summarization.FormSentence.Role;
import java.util.List;

/** How the sentences of a product stand on its lines. */
final class FormLayout {

  private FormLayout() {}

  static String join(List<FormSentence> sentences) {
    boolean pointsOnly = sentences.stream().allMatch(s -> s.role() == Role.POINT);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences.size(); i++) {
      FormSentence sentence = sentences.get(i);
      if (i > 0) {
        text.append(between(sentences.get(i - 1).role(), sentence.role()));
      }
      text.append(sentence.role() == Role.POINT && !pointsOnly ? "– " : "");
      text.append(sentence.text());
    }
    return text.toString();
  }

  private static String between(Role before, Role now) {
    if (before == Role.SENTENCE && now == Role.SENTENCE) {
      return " ";
    }
    return before == Role.POINT && now == Role.POINT ? "\n" : "\n\n";
  }
}
