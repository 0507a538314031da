package io.haidang.gateway.web.channel;

import io.haidang.gateway.channel.PublishedItem;

/** Writes Atom (RFC 4287). */
final class AtomFeed {

  static final String MEDIA_TYPE = "application/atom+xml";

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final String AUTHOR = "Hải Đăng";

  private AtomFeed() {}

  static String of(Feed feed) {
    Xml xml = new Xml();
    xml.element(
        "feed",
        () -> {
          xml.attributes("xmlns", NAMESPACE);
          xml.text("id", feed.address());
          xml.text("title", feed.title());
          xml.text("updated", feed.changed().toString());
          xml.empty("link", "rel", "self", "href", feed.address());
          xml.element("author", () -> xml.text("name", AUTHOR));
          feed.items().forEach(item -> entry(xml, feed, item));
        });
    return xml.finish();
  }

  private static void entry(Xml xml, Feed feed, PublishedItem item) {
    String language = item.language().toLanguageTag();
    xml.element(
        "entry",
        () -> {
          xml.attributes("xml:lang", language);
          xml.text("id", Feed.id(item));
          xml.text("title", item.text().title());
          xml.text("updated", item.changedAt().toString());
          xml.text("published", item.publishedAt().toString());
          xml.empty("link", "rel", "alternate", "href", feed.page(item), "hreflang", language);
          xml.empty(
              "link", "rel", "enclosure", "href", feed.file(item), "type", item.file().mediaType());
          xml.empty("category", "term", item.form().id());
          xml.text("content", Feed.content(item), "type", "text");
        });
  }
}
