package io.haidang.gateway.engine;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.models.Deadline;
import io.haidang.summarization.rewrite.Manner;
import io.haidang.summarization.rewrite.RewriteTask.Extent;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Texts that somebody wants worded better; {@link Rewrites} validates them.
 *
 * @param language that the texts are in, and stay in
 * @param deadline after which nobody waits any more
 */
public record RewriteRequest(
    List<String> texts,
    Locale language,
    Extent extent,
    Manner manner,
    Sensitivity sensitivity,
    LocalDate textDate,
    Deadline deadline) {

  public RewriteRequest {
    texts = List.copyOf(texts);
  }
}
