package io.haidang.gateway.draft;

import java.time.LocalDate;
import java.util.List;

/**
 * A draft as it is handed in; {@link Drafts#submit} validates it.
 *
 * @param title for people; may be empty, then the first line of the text stands in
 * @param upload the text itself
 * @param sourceLanguage BCP 47 tag
 * @param targetLanguages BCP 47 tags, at least one
 * @param textDate date of the text, which decides which names are official
 */
public record NewDraft(
    String title,
    Upload upload,
    String sourceLanguage,
    List<String> targetLanguages,
    Sensitivity sensitivity,
    LocalDate textDate) {

  public NewDraft {
    targetLanguages = List.copyOf(targetLanguages);
  }

  /** The same, in another language. */
  public NewDraft in(String language) {
    return new NewDraft(title, upload, language, targetLanguages, sensitivity, textDate);
  }
}
