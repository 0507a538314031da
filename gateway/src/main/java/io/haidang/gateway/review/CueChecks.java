package io.haidang.gateway.review;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.translation.check.Finding;
import io.haidang.translation.document.subtitle.Cue;
import java.util.List;
import java.util.Locale;

/** Holds subtitles in the language of their transcript to the rules. */
final class CueChecks implements ProductChecks {

  private final List<Cue> cues;
  private final Locale language;

  private CueChecks(List<Cue> cues, Locale language) {
    this.cues = cues;
    this.language = language;
  }

  static CueChecks of(Target target, Originals originals) {
    return new CueChecks(new SubtitleFiles(originals).compose(target.asset()), target.language());
  }

  @Override
  public List<List<Finding>> after(List<SegmentRow> rows, int changed, String text) {
    List<String> texts =
        rows.stream().map(row -> row.index() == changed ? text : row.target()).toList();
    return SubtitleFindings.of(SubtitleFiles.worded(cues, texts), language);
  }
}
