package io.haidang.gateway.web.quality;

import io.haidang.gateway.review.ChangeRequest;
import org.jspecify.annotations.Nullable;

/**
 * What people say about a segment, beside its text.
 *
 * @param href of the segment
 * @param request what a reviewer wants changed; null for nothing
 * @param mayRequest whether the reader may want something changed
 */
public record SegmentNotes(String href, @Nullable ChangeRequest request, boolean mayRequest) {

  /** Whether there is anything to show. */
  public boolean isEmpty() {
    return request == null && !mayRequest;
  }

  /** What is asked for, or empty. */
  public String reason() {
    return request == null ? "" : request.reason();
  }
}
