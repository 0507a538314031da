package io.haidang.gateway.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the products of a story may leave the house.
 *
 * @param embargoUntil no channel shows anything of the story before this instant; null for none
 * @param spokesperson who has to clear each product before it is delivered; null for nobody
 * @param since when the rule was made; null when nobody made one
 */
public record ReleaseRule(
    @Nullable Instant embargoUntil, @Nullable Spokesperson spokesperson, @Nullable Instant since) {

  /** No embargo, no spokesperson. */
  public static final ReleaseRule NONE = new ReleaseRule(null, null, null);

  /** An account that speaks for the office on a subject. */
  public record Spokesperson(UUID id, String login, String displayName) {}

  /** Whether no channel may show anything of the story yet. */
  public boolean isUnderEmbargo(Instant now) {
    return embargoUntil != null && embargoUntil.isAfter(now);
  }
}
