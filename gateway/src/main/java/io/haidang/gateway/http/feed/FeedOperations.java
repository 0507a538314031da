package io.haidang.gateway.http.feed;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.feed.EventFeed;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.Operations;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Lets programs listen, a few times for each key. */
public final class FeedOperations {

  /** Of one key on this node. */
  static final int MOST = 4;

  private final Operations operations;
  private final EventFeed feed;
  private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

  private FeedOperations(Operations operations) {
    this.operations = operations;
    this.feed = operations.services().feed();
  }

  public static void add(Operations operations) {
    operations.stream("followEvents", new FeedOperations(operations)::follow);
  }

  private void follow(RoutingContext request, ApiCall call) {
    UUID key = call.key().id();
    EventFeed.Choice choice = choice(call);
    long after = after(request, call);
    if (open.merge(key, 1, Integer::sum) > MOST) {
      leave(key);
      throw new GatewayException(
          ErrorCode.TOO_MANY_REQUESTS,
          "events: " + MOST + " streams of this key are open (expected: to close one first)");
    }
    request.addEndHandler(ended -> leave(key));
    EventStream stream = new EventStream(operations, request, feed, choice, key);
    stream.begin(after);
  }

  private void leave(UUID key) {
    open.computeIfPresent(key, (same, many) -> many == 1 ? null : many - 1);
  }

  private static EventFeed.Choice choice(ApiCall call) {
    return new EventFeed.Choice(
        call.account(),
        call.text("scope").orElse("own").equals("own"),
        call.text("draft").map(ApiCall::id).orElse(null));
  }

  /** Where the program has been; browsers say it in a header. -1 for now. */
  private static long after(RoutingContext request, ApiCall call) {
    String header = request.request().getHeader("Last-Event-ID");
    String text = header == null ? call.text("after").orElse("-1") : header;
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "Last-Event-ID: no number (expected: the id of an event)");
    }
  }
}
