package io.haidang.gateway.web.channel;

import io.haidang.gateway.library.Channel;
import io.haidang.gateway.web.kit.PageRouter;

/** Feeds and pages that need no account: what they show is public already. */
public final class ChannelRoutes {

  private ChannelRoutes() {}

  public static void add(PageRouter router) {
    Channel channel = router.services().library().channel();
    Feeds feeds = new Feeds(channel);
    router.openGet("/feeds/atom.xml", feeds::atom);
    router.openGet("/feeds/feed.json", feeds::json);
    router.openGet("/feeds/sitemap.xml", feeds::sitemap);
    PublishedPage page = new PublishedPage(channel, router.renderer());
    router.openGet("/published/:id", page::show);
    router.openGet("/published/:id/file", page::file);
  }
}
