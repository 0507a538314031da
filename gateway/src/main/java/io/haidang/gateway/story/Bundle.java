package io.haidang.gateway.story;

import io.haidang.gateway.draft.Story;
import io.haidang.gateway.draft.Target;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A story with everything that belongs to it.
 *
 * @param release of the official names for all of it; empty until the first product is begun
 * @param assets in the order in which they were added
 * @param products by asset, form and language
 */
public record Bundle(
    Story story, OptionalInt release, List<AssetPart> assets, List<Target> products) {

  public Bundle {
    assets = List.copyOf(assets);
    products = List.copyOf(products);
  }

  /** The products of one asset. */
  public List<Target> products(UUID asset) {
    return products.stream().filter(target -> target.asset().id().equals(asset)).toList();
  }

  /** Whether something of it no longer says what the story says. */
  public boolean isStale() {
    return products.stream().anyMatch(Target::isStale);
  }
}
