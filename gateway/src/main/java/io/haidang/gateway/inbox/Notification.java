package io.haidang.gateway.inbox;

import io.haidang.gateway.events.Occasion;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is told.
 *
 * @param id grows with time
 * @param segment counted from 0; null for the whole text
 * @param title of the text, as it is now
 * @param form of the product, as it is in addresses
 * @param actor display name, or {@code worker}
 * @param readAt null while it is new
 */
public record Notification(
    long id,
    Occasion occasion,
    UUID target,
    @Nullable Integer segment,
    String title,
    String form,
    Locale language,
    String actor,
    Instant at,
    @Nullable Instant readAt) {

  public boolean isNew() {
    return readAt == null;
  }
}
