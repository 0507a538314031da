package io.haidang.gateway.web.quality;

import io.haidang.gateway.quality.Annotation;
import io.haidang.gateway.quality.ErrorCategory;
import io.haidang.gateway.quality.ErrorSeverity;
import io.haidang.gateway.review.ChangeRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people say about a segment, beside its text.
 *
 * @param href of the segment
 * @param request what a reviewer wants changed; null for nothing
 * @param mayRequest whether the reader may want something changed
 * @param annotations errors that reviewers have noted down since the last decision
 * @param mayAnnotate whether the reader may note errors down
 * @param reader id of the account
 */
public record SegmentNotes(
    String href,
    int segment,
    @Nullable ChangeRequest request,
    boolean mayRequest,
    List<Annotation> annotations,
    boolean mayAnnotate,
    UUID reader) {

  /** Whether there is anything to show. */
  public boolean isEmpty() {
    return request == null && !mayRequest && annotations.isEmpty() && !mayAnnotate;
  }

  /** What is asked for, or empty. */
  public String reason() {
    return request == null ? "" : request.reason();
  }

  /** Whether the reader may take an error back. */
  public boolean mayRemove(Annotation annotation) {
    return mayAnnotate && annotation.maker().equals(reader);
  }

  /** Whether an error is of some words only. */
  public boolean isOfWords(Annotation annotation) {
    return annotation.span() != null;
  }

  public ErrorCategory[] categories() {
    return ErrorCategory.values();
  }

  public ErrorSeverity[] severities() {
    return ErrorSeverity.values();
  }
}
