package io.haidang.gateway.web.review;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.review.Ruler;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.translation.document.Measure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How long a text is, in words.
 *
 * @param scope what is counted, when that is more than the segment; empty otherwise
 * @param counts one for each measure
 * @param said the same for a screen reader, when something is passed or no longer is
 */
record LengthNote(String scope, List<Count> counts, String said) {

  /** How far a text is. */
  enum Level {
    /** There is no limit. */
    FREE,
    FITS,
    HIGH,
    TOO_MUCH
  }

  /** One measure in words, with a word for what is wrong. */
  record Count(String words, Level level) {

    String css() {
      return PublicName.of(level);
    }
  }

  static LengthNote of(int number, Ruler.Reading reading, Texts texts) {
    List<Count> counts = reading.measures().stream().map(measure -> count(measure, texts)).toList();
    String passed =
        counts.stream()
            .filter(count -> isPassed(count.level()))
            .map(Count::words)
            .collect(Collectors.joining("; "));
    return new LengthNote(
        reading.scope() == Ruler.Scope.SEGMENT ? "" : texts.name("length-scope", reading.scope()),
        counts,
        passed.isEmpty()
            ? texts.get("length.fits", number)
            : texts.get("length.passed", number, passed));
  }

  private static Count count(Measure measure, Texts texts) {
    Level level = level(measure);
    double limit = measure.isTooMuch() ? measure.most() : measure.advised();
    String key = "length." + measure.id() + (measure.isLimited() ? "-of" : "");
    String words = texts.get(key, shown(measure, measure.value()), shown(measure, limit));
    return new Count(
        isPassed(level) ? texts.get("length." + PublicName.of(level), words) : words, level);
  }

  private static Level level(Measure measure) {
    if (!measure.isLimited()) {
      return Level.FREE;
    }
    return measure.isTooMuch() ? Level.TOO_MUCH : measure.isHigh() ? Level.HIGH : Level.FITS;
  }

  private static boolean isPassed(Level level) {
    return level == Level.HIGH || level == Level.TOO_MUCH;
  }

  /** Times in seconds; nothing finer than a tenth of what is counted. */
  private static double shown(Measure measure, double value) {
    boolean isTime = measure.id().equals("duration") || measure.id().equals("speaking-time");
    return Math.round(value * 10 / (isTime ? 1000 : 1)) / 10.0;
  }

  boolean isLimited() {
    return counts.stream().anyMatch(count -> count.level() != Level.FREE);
  }

  /** Changes when a limit is passed, or no longer is. */
  String state() {
    return counts.stream()
        .map(count -> isPassed(count.level()) ? count.css() : "-")
        .collect(Collectors.joining(" "));
  }
}
