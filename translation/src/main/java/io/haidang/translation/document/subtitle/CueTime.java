package io.haidang.translation.document.subtitle;

/**
 * When a cue is shown, in milliseconds from the beginning.
 *
 * @param start 0 or more
 * @param end {@code start} or more
 */
public record CueTime(long start, long end) {

  public CueTime {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "time: " + start + " to " + end + " (expected: 0 <= start <= end)");
    }
  }

  /** In milliseconds. */
  public long duration() {
    return end - start;
  }

  /** Milliseconds until {@code next} begins; negative when both are shown at once. */
  public long gapTo(CueTime next) {
    return next.start - end;
  }
}
