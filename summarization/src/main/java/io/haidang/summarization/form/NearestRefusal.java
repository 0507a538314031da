package io.haidang.summarization.form;

import io.haidang.summarization.Form;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.NoCandidate;
import io.haidang.summarization.extract.StoryOutline;
import org.jspecify.annotations.Nullable;

/** Of many refusals, the one to tell: that of the candidate which came farthest. */
final class NearestRefusal {

  private NearestRefusal() {}

  /** Refusals are declared in the order of the gate's questions. */
  static @Nullable NoCandidate of(@Nullable NoCandidate one, @Nullable NoCandidate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** When nothing was proposed at all. */
  static NoCandidate orElseNone(@Nullable NoCandidate nearest, FormRequest request) {
    if (nearest != null) {
      return nearest;
    }
    boolean hasText = !StoryOutline.of(request.story()).body().isEmpty();
    return hasText && request.form().kind() == Form.Kind.POINTS
        ? NoCandidate.TOO_LITTLE
        : NoCandidate.NO_TEXT;
  }
}
