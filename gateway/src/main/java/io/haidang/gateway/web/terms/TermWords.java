package io.haidang.gateway.web.terms;

import io.haidang.gateway.web.kit.Texts;
import io.haidang.glossary.CaseRule;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.util.ArrayList;
import java.util.List;

/** How a wording is to be used, in words. */
final class TermWords {

  private TermWords() {}

  /** Such as {@code do not write (misses "City")}; what is usual is not said. */
  static String manner(Term term, Texts texts) {
    List<String> words = new ArrayList<>();
    String status = texts.name("term", term.status());
    words.add(term.reason().isEmpty() ? status : status + " (" + term.reason() + ")");
    if (term.caseRule() != CaseRule.NAME) {
      words.add(texts.name("case", term.caseRule()));
    }
    if (isSpecial(term)) {
      words.add(texts.name("first-mention", term.firstMention()));
    }
    return String.join("; ", words);
  }

  private static boolean isSpecial(Term term) {
    return term.status() == TermStatus.ABBREVIATION
        && term.firstMention() != FirstMention.WHEN_USED;
  }
}
