package io.haidang.summarization;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a story was made into. Immutable.
 *
 * @param form what was asked for
 * @param language of the candidates
 * @param candidates that passed length, grammar and faithfulness, best first; may be empty
 * @param reason why there are none; null when there are
 */
public record FormDraft(
    Form form, Locale language, List<FormCandidate> candidates, @Nullable NoCandidate reason) {

  public FormDraft {
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty() == (reason == null)) {
      throw new IllegalArgumentException(
          "draft.reason: " + reason + " (expected: one exactly when there is no candidate)");
    }
  }

  /** The candidate to offer first. */
  public Optional<FormCandidate> best() {
    return candidates.stream().findFirst();
  }
}
