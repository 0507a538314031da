package io.haidang.gateway.web.review;

import io.haidang.gateway.web.kit.Texts;
import io.haidang.glossary.TextSpan;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Finding.Fix;
import io.haidang.translation.check.FindingIdentity;
import io.haidang.translation.check.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding in words that say what to do.
 *
 * @param id by which it can be accepted
 * @param problem what is wrong
 * @param advice what to do about it
 * @param reason law, date or other reason from the check; may be empty
 * @param replacement what a click can put into the translation; empty for nothing
 * @param start where in the translation it goes, or -1 for where the cursor is
 * @param end of the range that it replaces, or -1
 * @param accepted why a person leaves the text as it is, or null
 */
record FindingNote(
    String id,
    Severity severity,
    String problem,
    String advice,
    String reason,
    String replacement,
    int start,
    int end,
    @Nullable String accepted) {

  /** The findings of a segment in their order. */
  static List<FindingNote> of(List<Finding> findings, String source, String target, Texts texts) {
    List<String> ids = FindingIdentity.of(findings, source, target);
    List<FindingNote> notes = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      notes.add(of(ids.get(i), findings.get(i), source, target, texts));
    }
    return notes;
  }

  private static FindingNote of(
      String id, Finding finding, String source, String target, Texts texts) {
    String key = "finding." + kind(finding, texts);
    String place = quoted(finding, source, target);
    boolean isName = finding.check().startsWith("term-");
    Fix fix = finding.fix();
    boolean isWritten = isName || finding.check().equals("names");
    String replacement = fix != null ? fix.replacement() : isWritten ? finding.expected() : "";
    TextSpan span = fix == null ? finding.targetSpan() : fix.span();
    return new FindingNote(
        id,
        finding.severity(),
        texts.get(key + ".problem", finding.expected(), place),
        texts.get(key + ".advice", finding.expected(), place),
        isName ? finding.detail() : "",
        replacement,
        span == null ? -1 : span.start(),
        span == null ? -1 : span.end(),
        finding.accepted());
  }

  /** Whether it still asks for something. */
  boolean stands() {
    return accepted == null;
  }

  /** The key of the explanation; a check that is not explained here still gets an honest one. */
  private static String kind(Finding finding, Texts texts) {
    String kind =
        switch (finding.check()) {
          case "numbers", "dates" ->
              finding.check() + (finding.sourceSpan() == null ? "-added" : "-lost");
          case "repeated-words" ->
              finding.severity() == Severity.ERROR ? "repeated-loop" : "repeated-words";
          default -> finding.check();
        };
    return texts.has("finding." + kind + ".problem") ? kind : "other";
  }

  /** The words that it is about: of the source for a day that is lost, else of the translation. */
  private static String quoted(Finding finding, String source, String target) {
    boolean isLost = finding.check().equals("dates") && finding.sourceSpan() != null;
    TextSpan inTarget = isLost ? null : finding.targetSpan();
    if (inTarget != null && inTarget.end() <= target.length()) {
      return inTarget.of(target);
    }
    TextSpan inSource = finding.sourceSpan();
    return inSource != null && inSource.end() <= source.length() ? inSource.of(source) : "";
  }
}
