package io.haidang.gateway.draft;

import io.haidang.gateway.auth.Account;
import io.haidang.translation.document.DocumentFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * A part of a story as it is kept, without its content.
 *
 * @param story that it belongs to
 * @param text as it was in the revision that is spoken of
 * @param author who handed it in
 * @param writers ids of everybody who handed in a revision up to this one, and therefore may not
 *     approve what is made of it
 */
public record Asset(
    UUID id,
    UUID story,
    AssetKind kind,
    String title,
    AssetText text,
    Locale sourceLanguage,
    Sensitivity sensitivity,
    LocalDate textDate,
    Account author,
    Set<UUID> writers,
    Instant createdAt) {

  public Asset {
    writers = Set.copyOf(writers);
  }

  /** The same with its text in another revision. */
  public Asset with(AssetText other) {
    return new Asset(
        id,
        story,
        kind,
        title,
        other,
        sourceLanguage,
        sensitivity,
        textDate,
        author,
        writers,
        createdAt);
  }

  /** Of the text. */
  public DocumentFormat format() {
    return text.format();
  }
}
