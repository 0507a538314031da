package io.haidang.gateway.quality;

import io.haidang.glossary.TextSpan;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An error that a reviewer sees in a segment.
 *
 * @param segment its index, from 0
 * @param span the words meant, in the text as it was then; null for the whole segment
 * @param quote these words
 * @param remark in the reviewer's words; may be empty
 * @param maker id of the reviewer
 * @param makerName display name of the reviewer
 * @param isDecided whether the text has been decided about since, so that it stays as it is
 */
public record Annotation(
    UUID id,
    UUID target,
    int segment,
    ErrorCategory category,
    ErrorSeverity severity,
    @Nullable TextSpan span,
    String quote,
    String remark,
    UUID maker,
    String makerName,
    Instant at,
    boolean isDecided) {

  Annotation withId(UUID other) {
    return new Annotation(
        other, target, segment, category, severity, span, quote, remark, maker, makerName, at,
        isDecided);
  }

  /**
   * What a reviewer says about an error.
   *
   * @param span the words meant, in the text as it is; null for the whole segment
   */
  public record Form(
      ErrorCategory category, ErrorSeverity severity, @Nullable TextSpan span, String remark) {}
}
