package io.haidang.gateway.web.channel;

import io.haidang.gateway.channel.PublishedItem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Writes JSON Feed, version 1.1. */
final class JsonFeed {

  static final String MEDIA_TYPE = "application/feed+json";

  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  private JsonFeed() {}

  static String of(Feed feed) {
    JsonArray items = new JsonArray();
    feed.items().forEach(item -> items.add(item(feed, item)));
    return new JsonObject()
        .put("version", VERSION)
        .put("title", feed.title())
        .put("feed_url", feed.address())
        .put("items", items)
        .encode();
  }

  private static JsonObject item(Feed feed, PublishedItem item) {
    return new JsonObject()
        .put("id", Feed.id(item))
        .put("url", feed.page(item))
        .put("title", item.text().title())
        .put("content_text", Feed.content(item))
        .put("date_published", item.publishedAt().toString())
        .put("date_modified", item.changedAt().toString())
        .put("language", item.language().toLanguageTag())
        .put("tags", new JsonArray().add(item.form().id()))
        .put(
            "attachments",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("url", feed.file(item))
                        .put("mime_type", item.file().mediaType())));
  }
}
