package io.haidang.gateway.review;

import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.subtitle.Cue;
import io.haidang.translation.document.subtitle.SubtitleFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What subtitles break of the rules, cue by cue; ids are those of {@link SubtitleFinding.Rule}. */
public final class SubtitleFindings {

  private SubtitleFindings() {}

  /** The findings of each cue. */
  public static List<List<Finding>> of(List<Cue> cues, Locale language) {
    List<List<Finding>> findings = new ArrayList<>();
    cues.forEach(cue -> findings.add(new ArrayList<>()));
    for (SubtitleFinding found : SubtitleFiles.check(cues, language)) {
      findings.get(found.cue()).add(finding(found));
    }
    return findings;
  }

  private static Finding finding(SubtitleFinding found) {
    return new Finding(
        found.rule().id(),
        found.error() ? Severity.ERROR : Severity.WARNING,
        null,
        null,
        number(found.limit()),
        number(found.value()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
