package io.haidang.gateway.http.feed;

import io.haidang.gateway.auth.ApiKeys;
import io.haidang.gateway.feed.EventFeed;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.EventStream;
import io.haidang.gateway.http.kit.LogWatch;
import io.haidang.gateway.http.kit.Operations;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/** Lets programs listen, a few times for each key. */
public final class FeedOperations {

  /** Of one key on this node. */
  static final int MOST = 4;

  private final LogWatch watch;
  private final ApiKeys keys;

  private FeedOperations(Operations operations) {
    this.watch = operations.watch();
    this.keys = operations.services().accounts().apiKeys();
  }

  public static void add(Operations operations) {
    operations.stream("followEvents", new FeedOperations(operations)::follow);
  }

  private void follow(RoutingContext request, ApiCall call) {
    UUID key = call.key().id();
    EventFeed.Choice choice = choice(call);
    long after =
        EventStream.lastHeard(request)
            .orElseGet(() -> call.text("after").map(EventStream::number).orElse(-1L));
    watch.admit(request, key, MOST);
    new EventStream(watch, request, choice, () -> keys.isInForce(key)).begin(after);
  }

  private static EventFeed.Choice choice(ApiCall call) {
    return new EventFeed.Choice(
        call.account(),
        call.text("scope").orElse("own").equals("own"),
        call.text("draft").map(ApiCall::id).orElse(null),
        null);
  }
}
