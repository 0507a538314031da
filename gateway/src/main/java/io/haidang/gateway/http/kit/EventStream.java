package io.haidang.gateway.http.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.feed.EventFeed;
import io.haidang.gateway.feed.FeedEntry;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * One listener: sends what is new in the log as server-sent events. The last ten seconds are always
 * read again (see {@link LogWatch}), and what was sent already is left out.
 *
 * <p>Used on one event loop.
 */
public final class EventStream {

  private static final int HEARTBEAT_TICKS = 15;
  private static final int DOOR_TICKS = 5;
  private static final int ENTRIES = 200;

  private final LogWatch watch;
  private final HttpServerResponse response;
  private final EventFeed.Choice choice;
  private final BooleanSupplier mayListen;

  /** Sent and not yet old enough to be sure that nothing comes before them. */
  private final TreeMap<Long, Instant> sent = new TreeMap<>();

  /** What was the last entry when; once that is long enough ago, nothing comes before it. */
  private final ArrayDeque<Seen> seen = new ArrayDeque<>();

  private long floor;
  private int ticks;
  private boolean isBehind = true;
  private boolean looking;

  /**
   * A stream that has not begun.
   *
   * @param mayListen whether key or session are still good; blocks, and is asked before anything is
   *     read, and now and then
   */
  public EventStream(
      LogWatch watch, RoutingContext request, EventFeed.Choice choice, BooleanSupplier mayListen) {
    this.watch = watch;
    this.response = request.response();
    this.choice = choice;
    this.mayListen = mayListen;
  }

  private record Seen(Instant at, long last) {}

  private record Reading(long last, List<FeedEntry> entries) {}

  /**
   * Where a listener has been, as browsers say it in a header; empty for now.
   *
   * @throws GatewayException {@code invalid-request} for what is no number
   */
  public static OptionalLong lastHeard(RoutingContext request) {
    String header = request.request().getHeader("Last-Event-ID");
    return header == null ? OptionalLong.empty() : OptionalLong.of(number(header));
  }

  /** The number of an entry that a listener names. */
  public static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "Last-Event-ID: no number (expected: the id of an event)");
    }
  }

  /**
   * Begins to send.
   *
   * @param after the last entry that the listener has; -1 to begin now
   */
  public void begin(long after) {
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("X-Accel-Buffering", "no"); // Or a proxy would keep events to itself.
    response.write("retry: 3000\n\n");
    EventFeed feed = watch.feed();
    watch
        .blocking()
        .run(() -> after < 0 ? feed.last() : feed.before(after, LogWatch.UNSURE))
        .onFailure(failure -> response.end())
        .onSuccess(this::listen);
  }

  private void listen(long after) {
    floor = after;
    response.endHandler(ended -> watch.leave(this));
    response.closeHandler(closed -> watch.leave(this));
    if (!isOver()) {
      watch.join(this);
      look();
    }
  }

  /**
   * Once a second.
   *
   * @param news whether the log has anything that it had not before
   */
  void tick(boolean news) {
    ticks++;
    isBehind |= news;
    if (ticks % HEARTBEAT_TICKS == 0 && !isOver()) {
      response.write(":\n\n");
    }
    if (isBehind || ticks % DOOR_TICKS == 0) {
      look();
    }
  }

  private boolean isOver() {
    return response.closed() || response.ended();
  }

  /** A listener that does not keep up is not read for; what it misses stays in the log. */
  private void look() {
    if (looking || isOver() || response.writeQueueFull()) {
      return;
    }
    looking = true;
    forget();
    boolean reads = isBehind;
    isBehind = false;
    watch
        .blocking()
        .run(() -> mayListen.getAsBoolean() ? reading(reads) : null)
        .onComplete(
            (reading, failure) -> {
              looking = false;
              if (reading == null) {
                end(); // Whoever is still allowed to comes back and goes on.
              } else if (reads && !isOver()) {
                send(reading);
              }
            });
  }

  void end() {
    if (!isOver()) {
      response.end();
    }
  }

  private Reading reading(boolean reads) {
    if (!reads) {
      return new Reading(floor, List.of());
    }
    long last = watch.feed().last(); // Before the entries, so that none is passed over.
    return new Reading(last, watch.feed().after(floor, choice, ENTRIES));
  }

  private void send(Reading reading) {
    for (FeedEntry entry : reading.entries()) {
      if (sent.putIfAbsent(entry.id(), entry.at()) == null) {
        response.write(text(entry));
      }
    }
    if (reading.entries().size() < ENTRIES) {
      seen.add(new Seen(watch.now(), reading.last()));
    } else {
      isBehind = true; // There is more, which the next tick brings.
    }
  }

  private void forget() {
    Instant sure = watch.now().minus(LogWatch.UNSURE);
    while (!sent.isEmpty() && sent.firstEntry().getValue().isBefore(sure)) {
      floor = Math.max(floor, sent.pollFirstEntry().getKey());
    }
    while (!seen.isEmpty() && seen.element().at().isBefore(sure)) {
      floor = Math.max(floor, seen.remove().last());
    }
    sent.headMap(floor, true).clear();
  }

  private static String text(FeedEntry entry) {
    JsonObject data =
        new JsonObject()
            .put("target", entry.target().toString())
            .put("draft", entry.asset().toString())
            .put("bundle", entry.story().toString())
            .put("form", entry.form())
            .put("language", entry.language())
            .put("at", entry.at().toString())
            .put("state", PublicName.of(entry.state()))
            .put("segmentsDone", entry.done())
            .put("segmentsTotal", entry.total());
    return "id: " + entry.id() + "\nevent: " + entry.type() + "\ndata: " + data.encode() + "\n\n";
  }
}
