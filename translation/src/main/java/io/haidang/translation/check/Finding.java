package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Something about a translation that a reviewer has to see.
 *
 * @param check stable id, such as {@code numbers} or {@code term-missing}
 * @param severity how much it matters
 * @param sourceSpan where in the source segment, or null
 * @param targetSpan where in the target segment, or null
 * @param expected what should be there: a number, an official name; empty when that cannot be said
 * @param detail the reason, for a reader; may be empty
 * @param fix the change that mends it, or null where only a person can say
 * @param accepted why a person leaves the text as it is, or null while nobody has said so
 */
public record Finding(
    String check,
    Severity severity,
    @Nullable TextSpan sourceSpan,
    @Nullable TextSpan targetSpan,
    String expected,
    String detail,
    @Nullable Fix fix,
    @Nullable String accepted) {

  /**
   * A change of the target that mends a finding.
   *
   * @param span what to replace; empty where something is to be inserted
   * @param replacement what to write there; empty to leave the place out
   */
  public record Fix(TextSpan span, String replacement) {}

  /** A finding that nothing but a person can mend. */
  public Finding(
      String check,
      Severity severity,
      @Nullable TextSpan sourceSpan,
      @Nullable TextSpan targetSpan,
      String expected,
      String detail) {
    this(check, severity, sourceSpan, targetSpan, expected, detail, null, null);
  }

  /** A finding with the change that mends it. */
  public Finding(
      String check,
      Severity severity,
      @Nullable TextSpan sourceSpan,
      @Nullable TextSpan targetSpan,
      String expected,
      String detail,
      @Nullable Fix fix) {
    this(check, severity, sourceSpan, targetSpan, expected, detail, fix, null);
  }

  /** The same with the reason why a person leaves the text as it is; null takes it back. */
  public Finding withAcceptance(@Nullable String reason) {
    return new Finding(check, severity, sourceSpan, targetSpan, expected, detail, fix, reason);
  }

  /** Whether it still asks for something: nobody has accepted it. */
  public boolean stands() {
    return accepted == null;
  }
}
