package io.haidang.gateway.web.channel;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.channel.PublishedItem;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.library.Channel;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.Stream;

/** A published text as anybody may read it, or why it was withdrawn. */
final class PublishedPage {

  private final Channel channel;
  private final Renderer renderer;

  PublishedPage(Channel channel, Renderer renderer) {
    this.channel = channel;
    this.renderer = renderer;
  }

  /**
   * An item that is out.
   *
   * @param languages the item itself and what says the same in other languages
   */
  record View(PublishedItem item, List<PublishedItem> languages, List<String> paragraphs) {

    /** As HTML wants it in attributes. */
    String language() {
      return item.language().toLanguageTag();
    }
  }

  /** What is left of an item that was taken back. */
  record WithdrawnView(String notice) {}

  Reply show(Visit visit) {
    try {
      PublishedItem item = channel.item(visit.request().target());
      return show(visit, item).revalidated(item.changedAt());
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.WITHDRAWN) {
        throw e;
      }
      WithdrawnView view = new WithdrawnView(String.valueOf(e.details().get("notice")));
      String title = visit.texts().error(e.code().id() + ".title");
      return Reply.html(410, renderer.page(visit, "channel/withdrawn", title, "", view));
    }
  }

  private Reply show(Visit visit, PublishedItem item) {
    List<String> paragraphs =
        Stream.of(item.text().body().split("\\n+", -1)).filter(text -> !text.isBlank()).toList();
    View view = new View(item, channel.alternates(List.of(item)).of(item), paragraphs);
    return Reply.html(renderer.page(visit, "channel/published", item.text().title(), "", view));
  }

  Reply file(Visit visit) {
    PublishedItem item = channel.item(visit.request().target());
    return Reply.file(
            item.file().name(), item.file().mediaType(), Buffer.buffer(channel.file(item)))
        .revalidated(item.changedAt());
  }
}
