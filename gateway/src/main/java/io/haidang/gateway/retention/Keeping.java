package io.haidang.gateway.retention;

import io.haidang.gateway.draft.Sensitivity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether and until when a story is kept.
 *
 * @param texts how many products it has
 * @param isPublished whether something of it stands published
 * @param lastChange when somebody or something last did anything to it; the end of its embargo when
 *     that is later
 * @param period that is in force for it
 * @param hold null when there is none
 * @param goesAt from when on the nightly run deletes it, a hold left out of account; null for never
 */
public record Keeping(
    UUID story,
    String title,
    Sensitivity label,
    String office,
    int texts,
    boolean isPublished,
    Instant lastChange,
    Period period,
    @Nullable Hold hold,
    @Nullable Instant goesAt) {

  /** Whether the next run deletes it. */
  public boolean isDue(Instant now) {
    return hold == null && goesAt != null && !goesAt.isAfter(now);
  }

  public Optional<Hold> heldBy() {
    return Optional.ofNullable(hold);
  }
}
