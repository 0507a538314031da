package io.haidang.translation.document.subtitle;

import java.util.Locale;

/**
 * What makes subtitles readable. The defaults are those of the Netflix timed text style guides.
 *
 * @param maxLines of a cue, from 1 to 3
 * @param maxLineLength in characters, without combining marks
 * @param wide whether {@code maxLineLength} counts full-width characters, and others as half
 * @param fastSpeed characters a second above which reading is fast
 * @param maxSpeed characters a second above which reading fails
 * @param minDuration of a cue, in milliseconds
 * @param maxDuration of a cue, in milliseconds
 * @param minGap between two cues that do not touch, in milliseconds
 */
public record SubtitleRules(
    int maxLines,
    int maxLineLength,
    boolean wide,
    double fastSpeed,
    double maxSpeed,
    long minDuration,
    long maxDuration,
    long minGap) {

  /** Two lines of 42 characters, 17 characters a second or at most 20. */
  public static final SubtitleRules DEFAULT =
      new SubtitleRules(2, 42, false, 17, 20, 833, 7_000, 83);

  public SubtitleRules {
    check("maxLines", maxLines, 1, 3);
    check("maxLineLength", maxLineLength, 8, 120);
    check("fastSpeed", fastSpeed, 1, 60);
    check("maxSpeed", maxSpeed, fastSpeed, 60);
    check("minDuration", (double) minDuration, 0, 60_000);
    check("maxDuration", (double) maxDuration, (double) minDuration, 60_000);
    check("minGap", (double) minGap, 0, 5_000);
  }

  private static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: from " + least + " to " + most + ")");
    }
  }

  /** Those of a language; {@link #DEFAULT} for one without rules of its own. */
  public static SubtitleRules forLanguage(Locale language) {
    return switch (language.getLanguage()) {
      case "zh" -> DEFAULT.with(16, true, 9, 11);
      case "ja" -> DEFAULT.with(16, true, 7, 9);
      case "ko" -> DEFAULT.with(16, true, 12, 14);
      case "th" -> DEFAULT.with(35, false, 17, 20);
      default -> DEFAULT;
    };
  }

  private SubtitleRules with(int lineLength, boolean inWide, double fast, double most) {
    return new SubtitleRules(
        maxLines, lineLength, inWide, fast, most, minDuration, maxDuration, minGap);
  }

  /** With another length of lines. */
  public SubtitleRules withMaxLineLength(int length) {
    return with(length, wide, fastSpeed, maxSpeed);
  }

  /** The length of a text as {@link #maxLineLength} counts it. */
  public int length(CharSequence text) {
    return wide ? Scripts.wideLength(text) : Scripts.length(text);
  }

  /** What fits into a cue, as {@link #length} counts it. */
  public int maxLength() {
    return maxLines * maxLineLength;
  }

  /** Characters a second. */
  public double speed(CharSequence text, long millis) {
    return Scripts.length(text) * 1000.0 / Math.max(1, millis);
  }
}
