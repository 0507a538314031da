package io.haidang.client;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A text to be translated and reviewed.
 *
 * @param title for people; may be empty
 * @param content plain text, at most a million UTF-16 units
 * @param sourceLanguage a tag such as {@code vi}; empty to have it told from the text
 * @param targetLanguages at least one tag
 * @param isPublic whether providers on other machines may see the text
 * @param textDate decides which names are official; empty for today
 */
public record NewDraft(
    String title,
    String content,
    Optional<String> sourceLanguage,
    List<String> targetLanguages,
    boolean isPublic,
    Optional<LocalDate> textDate) {

  public NewDraft {
    targetLanguages = List.copyOf(targetLanguages);
    if (targetLanguages.isEmpty()) {
      throw new IllegalArgumentException("targetLanguages: none (expected: at least one)");
    }
  }

  /** A text of today that stays in the house. */
  public static NewDraft internal(String title, String content, String... targetLanguages) {
    return new NewDraft(
        title, content, Optional.empty(), List.of(targetLanguages), false, Optional.empty());
  }
}
