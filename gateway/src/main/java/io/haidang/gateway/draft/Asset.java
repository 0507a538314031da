package io.haidang.gateway.draft;

import io.haidang.gateway.auth.Account;
import io.haidang.translation.document.DocumentFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a story as it is kept, without its content.
 *
 * @param story that it belongs to
 * @param revision that is spoken of, 1 for the first
 * @param written its text in that revision; null for a medium of which nobody has written one
 * @param author who handed it in
 * @param writers ids of everybody who handed in a revision up to this one, and therefore may not
 *     approve what is made of it
 */
public record Asset(
    UUID id,
    UUID story,
    AssetKind kind,
    String title,
    int revision,
    @Nullable AssetText written,
    Locale sourceLanguage,
    Sensitivity sensitivity,
    LocalDate textDate,
    Account author,
    Set<UUID> writers,
    Instant createdAt) {

  public Asset {
    writers = Set.copyOf(writers);
  }

  /** An asset with a text. */
  public Asset(
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
    this(
        id,
        story,
        kind,
        title,
        text.revision(),
        text,
        sourceLanguage,
        sensitivity,
        textDate,
        author,
        writers,
        createdAt);
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

  public boolean hasText() {
    return written != null;
  }

  /** Its text, which all have of which something but a transcript is made. */
  public AssetText text() {
    if (written == null) {
      throw new IllegalStateException("asset: without a text (expected: one with a text)");
    }
    return written;
  }

  /** Of the text; of the transcript to come where there is none yet. */
  public DocumentFormat format() {
    return written == null ? DocumentFormat.VTT : written.format();
  }
}
