package io.haidang.client;

import java.util.List;

/**
 * Some of what changed in what the channels show, the oldest change first. Each change is given at
 * least once.
 *
 * @param nextCursor where to go on
 * @param more whether there are more by now
 */
public record Published(List<PublishedItem> items, String nextCursor, boolean more) {

  public Published {
    items = List.copyOf(items);
  }
}
