package io.haidang.translation.document.subtitle;

import java.util.List;

/**
 * What is shown at one time.
 *
 * @param lines without markup; none for a cue that shows nothing
 */
public record Cue(CueTime time, List<String> lines) {

  public Cue {
    lines = List.copyOf(lines);
    if (lines.stream().anyMatch(line -> line.isBlank() || line.matches("(?s).*[\\r\\n].*"))) {
      throw new IllegalArgumentException("lines: a blank one or more than one (expected: lines)");
    }
  }

  /** All lines, with spaces between. */
  public String text() {
    return String.join(" ", lines);
  }
}
