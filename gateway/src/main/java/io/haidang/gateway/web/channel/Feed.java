package io.haidang.gateway.web.channel;

import io.haidang.gateway.channel.Notice;
import io.haidang.gateway.channel.PublishedItem;
import io.haidang.gateway.library.Channel.Alternates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a feed shows, whatever its format.
 *
 * @param origin of this server as the reader calls it
 * @param address of the feed itself
 * @param items the newest first
 */
record Feed(
    String origin, String address, String title, List<PublishedItem> items, Alternates alternates) {

  /** Where people read an item. */
  String page(PublishedItem item) {
    return origin + "/published/" + item.id();
  }

  String file(PublishedItem item) {
    return page(item) + "/file";
  }

  /** The same in every version of the item. */
  static String id(PublishedItem item) {
    return "urn:uuid:" + item.id();
  }

  /** When something in it last changed. */
  Instant changed() {
    return items.stream()
        .map(PublishedItem::changedAt)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** The approved text, after what was put right in it. */
  static String content(PublishedItem item) {
    StringBuilder content = new StringBuilder();
    String word = item.language().getLanguage().equals("vi") ? "Đính chính" : "Correction";
    for (Notice correction : item.corrections()) {
      LocalDate day = LocalDate.ofInstant(correction.at(), ZoneOffset.UTC);
      content.append(word).append(" (").append(day).append("): ");
      content.append(correction.text()).append("\n\n");
    }
    return content.append(item.text().body()).toString();
  }
}
