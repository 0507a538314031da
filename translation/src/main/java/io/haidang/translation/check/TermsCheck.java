package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.TermFinding;
import io.haidang.translation.check.Finding.Fix;
import java.util.List;
import java.util.regex.Pattern;

/** Official names: missing, forbidden, or not valid on the date of the text. */
final class TermsCheck implements Check {

  static final String MISSING = "term-missing";

  private static final Pattern BEGINNING = Pattern.compile("(?:^|[.!?:…]\\s+)[\\s\"'“‘(–-]*$");
  private static final Pattern TITLE = Pattern.compile("\\s+(?:số\\b|\\d|\\p{Lu})");
  private static final int MOST_SYLLABLES = 2;

  @Override
  public String id() {
    return "term";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    return pair
        .context()
        .terms()
        .verify(pair.plan(), pair.targetText(), pair.context().textDate(), pair.introduced())
        .stream()
        .filter(term -> term.kind() != TermFinding.Kind.MISSING || isName(term, pair.sourceText()))
        .map(TermsCheck::finding)
        .toList();
  }

  /**
   * "Quyết định" and "Luật" at the beginning of a sentence have their capital from there: they name
   * a document only where a number or a title follows.
   */
  private static boolean isName(TermFinding term, String source) {
    TextSpan span = term.sourceSpan();
    if (span == null || !BEGINNING.matcher(source.substring(0, span.start())).find()) {
      return true;
    }
    String[] words = span.of(source).split(" ", -1);
    boolean oneCapital = span.of(source).chars().filter(Character::isUpperCase).count() == 1;
    return words.length > MOST_SYLLABLES
        || !oneCapital
        || TITLE.matcher(source.substring(span.end())).lookingAt();
  }

  private static Finding finding(TermFinding term) {
    boolean notValid = term.kind() == TermFinding.Kind.NOT_VALID;
    return new Finding(
        switch (term.kind()) {
          case MISSING -> MISSING;
          case FORBIDDEN -> "term-forbidden";
          case NOT_VALID -> "term-not-valid";
        },
        notValid ? Severity.WARNING : Severity.ERROR,
        term.sourceSpan(),
        term.targetSpan(),
        term.expected(),
        term.detail(),
        term.targetSpan() == null || term.expected().isEmpty()
            ? null
            : new Fix(term.targetSpan(), term.expected()));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Sở Ngoại vụ thông báo.", "The Department of Foreign Affairs announced."),
        Example.right("Trời mưa.", "It rains."),
        Example.right("Quyết định của ông làm dân vui.", "What he decided pleases the people."),
        Example.wrong("Quyết định số 5 nêu rõ.", "Paper No. 5 says so."),
        Example.wrong("Sở Ngoại vụ thông báo.", "The Foreign Office announced."),
        Example.wrong("Hải Phòng phát triển.", "Haiphong develops."),
        Example.wrong("Bộ Giao thông vận tải họp.", "The Ministry of Transport met."));
  }
}
