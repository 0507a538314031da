package io.haidang.gateway.channel;

import io.haidang.gateway.draft.ProductForm;
import java.util.Locale;
import java.util.Optional;

/**
 * What a channel wants to show.
 *
 * @param language empty for all
 * @param form empty for all
 */
public record ChannelQuery(Optional<Locale> language, Optional<ProductForm> form) {

  /** Everything. */
  public static final ChannelQuery ALL = new ChannelQuery(Optional.empty(), Optional.empty());
}
