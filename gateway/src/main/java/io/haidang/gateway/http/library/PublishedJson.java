package io.haidang.gateway.http.library;

import io.haidang.gateway.channel.Notice;
import io.haidang.gateway.channel.PublishedItem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What channels show, as it is written on the wire. */
final class PublishedJson {

  private static final String PATH = "/api/v1/published/";

  private PublishedJson() {}

  /** An item; of one that was withdrawn only that it was, and the notice. */
  static JsonObject item(PublishedItem item, List<PublishedItem> alternates) {
    JsonObject json =
        new JsonObject()
            .put("id", item.id().toString())
            .put("bundle", item.story().toString())
            .put("form", item.form().id())
            .put("language", item.language().toLanguageTag())
            .put("changedAt", item.changedAt().toString())
            .put("withdrawn", item.isWithdrawn());
    return item.isWithdrawn()
        ? json.put("notice", item.withdrawal())
        : content(json, item, alternates);
  }

  private static JsonObject content(
      JsonObject json, PublishedItem item, List<PublishedItem> alternates) {
    JsonArray corrections = new JsonArray();
    item.corrections().forEach(notice -> corrections.add(correction(notice)));
    JsonArray others = new JsonArray();
    alternates.stream()
        .filter(other -> !other.id().equals(item.id()))
        .forEach(other -> others.add(alternate(other)));
    return json.put("title", item.text().title())
        .put("text", item.text().body())
        .put("textDate", item.textDate().toString())
        .put("publishedAt", item.publishedAt().toString())
        .put("corrections", corrections)
        .put("alternates", others)
        .put("file", file(item))
        .put("href", PATH + item.id());
  }

  private static JsonObject correction(Notice notice) {
    return new JsonObject().put("text", notice.text()).put("at", notice.at().toString());
  }

  private static JsonObject alternate(PublishedItem item) {
    return new JsonObject()
        .put("language", item.language().toLanguageTag())
        .put("id", item.id().toString())
        .put("href", PATH + item.id());
  }

  private static JsonObject file(PublishedItem item) {
    return new JsonObject()
        .put("name", item.file().name())
        .put("mediaType", item.file().mediaType())
        .put("sha256", item.file().digest().hex())
        .put("href", PATH + item.id() + "/file");
  }
}
