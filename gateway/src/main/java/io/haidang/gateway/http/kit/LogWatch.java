package io.haidang.gateway.http.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.feed.EventFeed;
import io.haidang.gateway.feed.EventFeed.Mark;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Asks the log once a second for all listeners of this node: one statement, however many there are.
 * Each reads for itself only when there is something new. Numbers are given to entries before their
 * transactions end, so one may come up after a larger one; therefore the last ten seconds are
 * counted each time.
 *
 * <p>Used on one event loop; without listeners it does nothing.
 */
public final class LogWatch {

  /** After which nothing comes before an entry any more. */
  static final Duration UNSURE = Duration.ofSeconds(10);

  private static final long LOOK_MILLIS = 1_000;

  private final Vertx vertx;
  private final Blocking blocking;
  private final EventFeed feed;
  private final Clock clock;
  private final Set<EventStream> listeners = new LinkedHashSet<>();
  private final Map<UUID, Integer> open = new HashMap<>();
  private final ArrayDeque<Seen> seen = new ArrayDeque<>();
  private Mark mark = new Mark(0, 0);
  private long floor;
  private long timer;
  private boolean looking;

  public LogWatch(Vertx vertx, Blocking blocking, EventFeed feed, Clock clock) {
    this.vertx = vertx;
    this.blocking = blocking;
    this.feed = feed;
    this.clock = clock;
  }

  private record Seen(Instant at, long last) {}

  EventFeed feed() {
    return feed;
  }

  Blocking blocking() {
    return blocking;
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Counts a stream in until its request ends.
   *
   * @param owner key or account that listens
   * @param most streams that it may have on this node
   * @throws GatewayException {@code too-many-requests}
   */
  public void admit(RoutingContext request, UUID owner, int most) {
    if (open.getOrDefault(owner, 0) >= most) {
      throw new GatewayException(
          ErrorCode.TOO_MANY_REQUESTS,
          "events: " + most + " streams are open (expected: to close one first)");
    }
    open.merge(owner, 1, Integer::sum);
    request.addEndHandler(
        ended -> open.computeIfPresent(owner, (same, many) -> many == 1 ? null : many - 1));
  }

  void join(EventStream listener) {
    listeners.add(listener);
    if (listeners.size() == 1) {
      timer = vertx.setPeriodic(LOOK_MILLIS, id -> look());
      catchUp();
    }
  }

  /** What came while nobody listened need not be counted. */
  private void catchUp() {
    seen.clear();
    blocking
        .run(() -> feed.before(feed.last(), UNSURE))
        .onSuccess(sure -> floor = Math.max(floor, sure));
  }

  void leave(EventStream listener) {
    if (listeners.remove(listener) && listeners.isEmpty()) {
      vertx.cancelTimer(timer);
    }
  }

  /** Ends every stream, so that whoever listens sees an end and no broken connection. */
  public void close() {
    List.copyOf(listeners).forEach(EventStream::end);
  }

  private void look() {
    if (looking) {
      return;
    }
    looking = true;
    blocking
        .run(() -> feed.mark(floor))
        .onComplete(
            (found, failure) -> {
              looking = false;
              tell(found != null && !found.equals(mark));
              if (found != null) {
                remember(found);
              }
            });
  }

  private void tell(boolean news) {
    List.copyOf(listeners).forEach(listener -> listener.tick(news));
  }

  private void remember(Mark found) {
    mark = found;
    Instant sure = clock.instant().minus(UNSURE);
    seen.add(new Seen(clock.instant(), found.last()));
    while (seen.element().at().isBefore(sure)) {
      floor = seen.remove().last();
    }
  }
}
