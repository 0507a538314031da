package io.haidang.translation.check;

import io.haidang.glossary.enforce.TermFinding;
import io.haidang.glossary.enforce.TermPlan;
import io.haidang.models.LanguagePair;
import java.util.List;

/** Official names: missing, forbidden, or not valid on the date of the text. */
final class TermsCheck implements Check {

  @Override
  public String id() {
    return "term";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    LanguagePair languages = pair.context().pair();
    TermPlan plan =
        pair.context()
            .terms()
            .plan(
                pair.sourceText(),
                languages.source(),
                languages.target(),
                pair.context().textDate());
    return pair
        .context()
        .terms()
        .verify(plan, pair.targetText(), pair.context().textDate(), pair.introduced())
        .stream()
        .map(TermsCheck::finding)
        .toList();
  }

  private static Finding finding(TermFinding term) {
    boolean notValid = term.kind() == TermFinding.Kind.NOT_VALID;
    return new Finding(
        switch (term.kind()) {
          case MISSING -> "term-missing";
          case FORBIDDEN -> "term-forbidden";
          case NOT_VALID -> "term-not-valid";
        },
        notValid ? Severity.WARNING : Severity.ERROR,
        term.sourceSpan(),
        term.targetSpan(),
        term.expected(),
        term.detail());
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Sở Ngoại vụ thông báo.", "The Department of Foreign Affairs announced."),
        Example.right("Trời mưa.", "It rains."),
        Example.wrong("Sở Ngoại vụ thông báo.", "The Foreign Office announced."),
        Example.wrong("Hải Phòng phát triển.", "Haiphong develops."),
        Example.wrong("Bộ Giao thông vận tải họp.", "The Ministry of Transport met."));
  }
}
