package io.haidang.gateway.engine;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.Deadline;
import io.haidang.translation.document.snippet.SnippetOptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Texts that somebody waits for, each by itself; {@link Texts} validates them.
 *
 * @param source empty to have it told from each text
 * @param context stands before each of the texts, and is not translated; may be empty
 * @param terms empty for the official names in force
 * @param wishes how the texts should be worded; for engines that read instructions
 * @param alternatives other translations wanted of each text without markup, 0 to 15
 * @param deadline after which nobody waits any more
 */
public record TextsRequest(
    List<String> texts,
    Optional<Locale> source,
    Locale target,
    SnippetOptions options,
    String context,
    Sensitivity sensitivity,
    LocalDate textDate,
    Optional<TermEnforcer> terms,
    List<String> wishes,
    int alternatives,
    Deadline deadline) {

  public TextsRequest {
    texts = List.copyOf(texts);
    wishes = List.copyOf(wishes);
  }
}
