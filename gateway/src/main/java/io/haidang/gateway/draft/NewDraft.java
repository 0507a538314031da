package io.haidang.gateway.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it is handed in, and what is to be made of it; {@link Drafts#submit} validates it.
 *
 * @param title for people; may be empty, then the first line of the text stands in
 * @param upload the text itself
 * @param sourceLanguage BCP 47 tag
 * @param targetLanguages BCP 47 tags, at least one
 * @param forms products to be made in each of these languages, at least one
 * @param textDate date of the text, which decides which names are official
 * @param deadline by when it has to be read; null for none
 * @param note for whoever reviews it, at most 2,000 UTF-16 units; may be empty
 */
public record NewDraft(
    String title,
    Upload upload,
    String sourceLanguage,
    List<String> targetLanguages,
    List<ProductForm> forms,
    Sensitivity sensitivity,
    LocalDate textDate,
    @Nullable Instant deadline,
    String note) {

  public NewDraft {
    targetLanguages = List.copyOf(targetLanguages);
    forms = List.copyOf(forms);
  }

  /** A draft to be translated, without deadline and note. */
  public NewDraft(
      String title,
      Upload upload,
      String sourceLanguage,
      List<String> targetLanguages,
      Sensitivity sensitivity,
      LocalDate textDate) {
    this(
        title,
        upload,
        sourceLanguage,
        targetLanguages,
        List.of(ProductForm.TRANSLATION),
        sensitivity,
        textDate,
        null,
        "");
  }

  /** The same, in another language. */
  public NewDraft in(String language) {
    return new NewDraft(
        title, upload, language, targetLanguages, forms, sensitivity, textDate, deadline, note);
  }

  /** The same, of which other products are to be made. */
  NewDraft making(List<ProductForm> others) {
    return new NewDraft(
        title,
        upload,
        sourceLanguage,
        targetLanguages,
        others,
        sensitivity,
        textDate,
        deadline,
        note);
  }

  /** The same under another title. */
  NewDraft titled(String other) {
    return new NewDraft(
        other,
        upload,
        sourceLanguage,
        targetLanguages,
        forms,
        sensitivity,
        textDate,
        deadline,
        note);
  }

  NewProducts products() {
    return new NewProducts(forms, targetLanguages);
  }
}
