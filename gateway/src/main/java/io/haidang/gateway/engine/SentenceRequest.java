package io.haidang.gateway.engine;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.models.Deadline;
import java.time.LocalDate;

/**
 * A short text that somebody waits for; {@link Sentences} validates it.
 *
 * @param sourceLanguage BCP 47 tag
 * @param targetLanguage BCP 47 tag
 * @param deadline after which nobody waits any more
 */
public record SentenceRequest(
    String text,
    String sourceLanguage,
    String targetLanguage,
    Sensitivity sensitivity,
    LocalDate textDate,
    Deadline deadline) {}
