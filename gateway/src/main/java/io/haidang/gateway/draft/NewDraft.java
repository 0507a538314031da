package io.haidang.gateway.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it is handed in; {@link Drafts#submit} validates it.
 *
 * @param title for people; may be empty, then the first line of the text stands in
 * @param upload the text itself
 * @param sourceLanguage BCP 47 tag
 * @param targetLanguages BCP 47 tags, at least one
 * @param textDate date of the text, which decides which names are official
 * @param deadline by when it has to be read; null for none
 * @param note for whoever reviews it, at most 2,000 UTF-16 units; may be empty
 */
public record NewDraft(
    String title,
    Upload upload,
    String sourceLanguage,
    List<String> targetLanguages,
    Sensitivity sensitivity,
    LocalDate textDate,
    @Nullable Instant deadline,
    String note) {

  public NewDraft {
    targetLanguages = List.copyOf(targetLanguages);
  }

  /** A draft without deadline and note. */
  public NewDraft(
      String title,
      Upload upload,
      String sourceLanguage,
      List<String> targetLanguages,
      Sensitivity sensitivity,
      LocalDate textDate) {
    this(title, upload, sourceLanguage, targetLanguages, sensitivity, textDate, null, "");
  }

  /** The same, in another language. */
  public NewDraft in(String language) {
    return new NewDraft(
        title, upload, language, targetLanguages, sensitivity, textDate, deadline, note);
  }
}
