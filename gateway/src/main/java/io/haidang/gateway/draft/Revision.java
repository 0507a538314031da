package io.haidang.gateway.draft;

import io.haidang.gateway.auth.Account;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset as it was at a time.
 *
 * @param number 1 for the first, one more for each that follows
 * @param text null for a medium that nobody has described yet
 * @param medium null for an article and for a file
 * @param author who handed it in
 * @param note why, for people; may be empty
 */
public record Revision(
    UUID asset,
    int number,
    @Nullable AssetText text,
    @Nullable Medium medium,
    Account author,
    Instant createdAt,
    String note) {

  /** What an asset without a medium begins with. */
  static Revision first(Asset asset) {
    return new Revision(
        asset.id(),
        asset.text().revision(),
        asset.text(),
        null,
        asset.author(),
        asset.createdAt(),
        "");
  }
}
