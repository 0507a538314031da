package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.PlaceFinding;
import java.util.Locale;

/**
 * A cue that breaks a rule.
 *
 * @param cue from 0
 * @param error whether it cannot stay so; otherwise a person should look at it
 * @param value what was measured, in the unit of the rule
 * @param limit what the rule allows
 */
public record SubtitleFinding(int cue, Rule rule, boolean error, double value, double limit) {

  /** The same about another cue. */
  SubtitleFinding at(int other) {
    return new SubtitleFinding(other, rule, error, value, limit);
  }

  /** The same about a unit of a document. */
  PlaceFinding inUnit(int unit) {
    return new PlaceFinding(unit, rule.id(), error, rounded(limit), rounded(value));
  }

  private static String rounded(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }

  /** What {@link SubtitleRules} asks for. */
  public enum Rule {
    /** Too many lines. */
    LINES("subtitle-lines"),
    /** A line that is too long, in characters. */
    LINE_LENGTH("subtitle-line-length"),
    /** Too much to read, in characters a second. */
    READING_SPEED("subtitle-speed"),
    /** Shown too briefly, in milliseconds. */
    TOO_SHORT("subtitle-too-short"),
    /** Shown too long, in milliseconds. */
    TOO_LONG("subtitle-too-long"),
    /** Too little time before the next cue, in milliseconds. */
    GAP("subtitle-gap"),
    /** Shown together with the next cue, in milliseconds. */
    OVERLAP("subtitle-overlap"),
    /** Starts before the one in front of it, in milliseconds. */
    ORDER("subtitle-order");

    private final String id;

    Rule(String id) {
      this.id = id;
    }

    /** Stable; shown in reports and kept in stores. */
    public String id() {
      return id;
    }
  }
}
