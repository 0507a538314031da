package io.haidang.gateway.web.live;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.feed.EventFeed.Choice;
import io.haidang.gateway.web.kit.PageRouter;
import io.haidang.gateway.web.kit.WebRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The progress of machines, told to pages as it happens. */
public final class LiveRoutes {

  /** Streams of one account: a window that nobody looks at has none. */
  private static final int MOST = 10;

  private LiveRoutes() {}

  public static void add(PageRouter router) {
    router.events("/live", MOST, LiveRoutes::choice);
  }

  private static Choice choice(WebRequest request, Account reader) {
    boolean own = request.parameter("of").equals("own");
    return new Choice(reader, own, id(request, "draft"), id(request, "story"));
  }

  private static @Nullable UUID id(WebRequest request, String name) {
    return request.parameter(name).isEmpty() ? null : request.id(name);
  }
}
