package io.haidang.gateway.web.channel;

import io.haidang.gateway.channel.PublishedItem;
import java.util.List;

/** Writes a sitemap (sitemaps.org, 0.9) that names each page's other languages. */
final class Sitemap {

  static final String MEDIA_TYPE = "application/xml";

  /** Addresses that one sitemap may have. */
  static final int MOST = 50_000;

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private Sitemap() {}

  static String of(Feed feed) {
    Xml xml = new Xml();
    xml.element(
        "urlset",
        () -> {
          xml.attributes("xmlns", NAMESPACE, "xmlns:xhtml", XHTML);
          feed.items().forEach(item -> url(xml, feed, item));
        });
    return xml.finish();
  }

  private static void url(Xml xml, Feed feed, PublishedItem item) {
    List<PublishedItem> languages = feed.alternates().of(item);
    xml.element(
        "url",
        () -> {
          xml.text("loc", feed.page(item));
          xml.text("lastmod", item.changedAt().toString());
          if (languages.size() > 1) { // Each page names all of them, itself too.
            languages.forEach(other -> alternate(xml, feed, other));
          }
        });
  }

  private static void alternate(Xml xml, Feed feed, PublishedItem other) {
    xml.empty(
        "xhtml:link",
        "rel",
        "alternate",
        "hreflang",
        other.language().toLanguageTag(),
        "href",
        feed.page(other));
  }
}
