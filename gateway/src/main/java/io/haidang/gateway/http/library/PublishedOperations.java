package io.haidang.gateway.http.library;

import io.haidang.gateway.channel.ChannelQuery;
import io.haidang.gateway.channel.PublishedItem;
import io.haidang.gateway.draft.LanguageTags;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.library.ChangeCursor;
import io.haidang.gateway.library.Channel;
import io.haidang.gateway.library.Channel.Alternates;
import io.haidang.gateway.library.Channel.Changes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** What portals pull: everything that changed since they last asked, and single items. */
public final class PublishedOperations {

  private final Channel channel;

  private PublishedOperations(Channel channel) {
    this.channel = channel;
  }

  public static void add(Operations operations) {
    PublishedOperations published =
        new PublishedOperations(operations.services().library().channel());
    operations.json("listPublished", published::changes);
    operations.reply("getPublished", published::item);
    operations.reply("getPublishedFile", published::file);
  }

  private JsonObject changes(ApiCall call) {
    ChannelQuery query =
        new ChannelQuery(
            call.text("language").map(LanguageTags::known),
            call.text("form").map(ProductForm::new));
    Changes changes = channel.changes(query, from(call), call.limit());
    Alternates alternates = channel.alternates(changes.items());
    JsonArray items = new JsonArray();
    changes.items().forEach(item -> items.add(PublishedJson.item(item, alternates.of(item))));
    return new JsonObject()
        .put("items", items)
        .put("nextCursor", changes.next().text())
        .put("more", changes.more());
  }

  private static ChangeCursor from(ApiCall call) {
    return call.text("cursor")
        .map(ChangeCursor::parse)
        .orElseGet(
            () -> {
              Instant since = ReleaseOperations.instant("since", call.text("since").orElse(""));
              return since == null ? ChangeCursor.beginning() : ChangeCursor.after(since);
            });
  }

  private Reply item(ApiCall call) {
    PublishedItem item = channel.item(call.id());
    JsonObject json = PublishedJson.item(item, channel.alternates(List.of(item)).of(item));
    return Reply.json(200, json).revalidated(item.changedAt());
  }

  private Reply file(ApiCall call) {
    PublishedItem item = channel.item(call.id());
    return Reply.file(
            item.file().name(), item.file().mediaType(), Buffer.buffer(channel.file(item)))
        .revalidated(item.changedAt());
  }
}
