package io.haidang.gateway.web.channel;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.channel.ChannelQuery;
import io.haidang.gateway.channel.PublishedItem;
import io.haidang.gateway.draft.LanguageTags;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.library.Channel;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Feeds of what is out now, of everything or of a language or a form. */
final class Feeds {

  /** Items of a feed. */
  private static final int NEWEST = 50;

  private static final String TITLE = "Hải Đăng";

  private final Channel channel;

  Feeds(Channel channel) {
    this.channel = channel;
  }

  Reply atom(Visit visit) {
    Feed feed = feed(visit);
    return Reply.text(AtomFeed.MEDIA_TYPE, AtomFeed.of(feed)).revalidated(feed.changed());
  }

  Reply json(Visit visit) {
    Feed feed = feed(visit);
    return Reply.text(JsonFeed.MEDIA_TYPE, JsonFeed.of(feed)).revalidated(feed.changed());
  }

  Reply sitemap(Visit visit) {
    List<PublishedItem> items = channel.list(Sitemap.MOST);
    String origin = visit.request().origin();
    Feed feed =
        new Feed(origin, origin + visit.request().path(), TITLE, items, Channel.among(items));
    return Reply.text(Sitemap.MEDIA_TYPE, Sitemap.of(feed)).revalidated(feed.changed());
  }

  private Feed feed(Visit visit) {
    WebRequest request = visit.request();
    ChannelQuery query =
        new ChannelQuery(
            parameter(request, "language").map(LanguageTags::known),
            parameter(request, "form").map(Feeds::form));
    List<PublishedItem> items = channel.newest(query, NEWEST);
    return new Feed(
        request.origin(),
        request.origin() + request.path() + parameters(query),
        Stream.concat(
                Stream.of(TITLE),
                Stream.concat(
                    query.language().map(Locale::toLanguageTag).stream(),
                    query.form().map(ProductForm::id).stream()))
            .collect(Collectors.joining(" · ")),
        items,
        channel.alternates(items));
  }

  private static Optional<String> parameter(WebRequest request, String name) {
    return Optional.of(request.parameter(name)).filter(value -> !value.isEmpty());
  }

  private static ProductForm form(String id) {
    try {
      return new ProductForm(id);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "form: malformed (expected: letters, digits, hyphens)");
    }
  }

  private static String parameters(ChannelQuery query) {
    String parameters =
        Stream.concat(
                query
                    .language()
                    .map(value -> "language=" + encoded(value.toLanguageTag()))
                    .stream(),
                query.form().map(value -> "form=" + encoded(value.id())).stream())
            .collect(Collectors.joining("&"));
    return parameters.isEmpty() ? "" : "?" + parameters;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
