package io.haidang.gateway.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.glossary.Glossary;
import io.haidang.summarization.StoryText;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.InlineCodes;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A summary of the source, and one of its translation, each made from its own text. */
public record Summaries(Summary source, Summary target) {

  /**
   * What a text comes to. A translated sentence that stands under an error is passed over: it has
   * to be mended first.
   */
  static Summaries of(Target target, List<SegmentRow> rows, Glossary names) {
    Locale own = target.asset().sourceLanguage();
    return new Summaries(
        Summary.of(story(rows, SegmentRow::source, own, target), names),
        Summary.of(story(rows, Summaries::sound, target.language(), target), names));
  }

  private static String sound(SegmentRow row) {
    boolean isWrong =
        row.findings().stream()
            .anyMatch(finding -> finding.severity() == Severity.ERROR && finding.stands());
    return isWrong ? "" : row.target();
  }

  private static StoryText story(
      List<SegmentRow> rows, Function<SegmentRow, String> side, Locale language, Target target) {
    return new StoryText(
        rows.stream().map(side).map(InlineCodes::strip).toList(),
        rows.stream().map(SegmentRow::unit).toList(),
        language,
        target.asset().textDate());
  }
}
