package io.haidang.gateway.review;

import io.haidang.translation.document.subtitle.CueTime;
import io.haidang.translation.document.subtitle.SubtitleFinding;
import java.util.List;

/**
 * What is shown at one time, and where it comes from.
 *
 * @param number from 1, in the order of the file
 * @param lines as they are shown; none for a cue that shows nothing
 * @param segments whose words it shows, in growing order; none when no segment has anything there
 * @param findings what makes it hard to read
 * @param speed characters to read in a second
 */
public record TimelineCue(
    int number,
    CueTime time,
    List<String> lines,
    List<Integer> segments,
    List<SubtitleFinding> findings,
    double speed) {

  public TimelineCue {
    lines = List.copyOf(lines);
    segments = List.copyOf(segments);
    findings = List.copyOf(findings);
  }

  /** All lines, with spaces between. */
  public String text() {
    return String.join(" ", lines);
  }
}
