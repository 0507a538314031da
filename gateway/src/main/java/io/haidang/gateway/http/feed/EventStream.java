package io.haidang.gateway.http.feed;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.feed.EventFeed;
import io.haidang.gateway.feed.FeedEntry;
import io.haidang.gateway.http.kit.Operations;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One listener: asks the log every second, and sends what is new as server-sent events. Numbers are
 * given to entries before their transaction ends, so one may come up after a larger one; therefore
 * the last ten seconds are always read again, and what was sent already is left out.
 *
 * <p>Used on one event loop.
 */
final class EventStream {

  private static final long LOOK_MILLIS = 1_000;
  private static final int HEARTBEAT_LOOKS = 15;
  private static final int KEY_LOOKS = 3;
  private static final int ENTRIES = 200;
  private static final Duration UNSURE = Duration.ofSeconds(10);

  private final Operations operations;
  private final HttpServerResponse response;
  private final EventFeed feed;
  private final EventFeed.Choice choice;
  private final UUID key;

  /** Sent and not yet old enough to be sure that nothing comes before them. */
  private final TreeMap<Long, Instant> sent = new TreeMap<>();

  /** What was the last entry when; once that is long enough ago, nothing comes before it. */
  private final ArrayDeque<Seen> seen = new ArrayDeque<>();

  private long floor;
  private int looks;
  private boolean looking;

  EventStream(
      Operations operations,
      RoutingContext request,
      EventFeed feed,
      EventFeed.Choice choice,
      UUID key) {
    this.operations = operations;
    this.response = request.response();
    this.feed = feed;
    this.choice = choice;
    this.key = key;
  }

  private record Seen(Instant at, long last) {}

  private record Reading(long last, List<FeedEntry> entries) {}

  /**
   * Begins to send.
   *
   * @param after the last entry that the listener has; -1 to begin now
   */
  void begin(long after) {
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("X-Accel-Buffering", "no"); // Or a proxy would keep events to itself.
    response.write("retry: 3000\n\n");
    operations
        .blocking(() -> after < 0 ? feed.last() : feed.before(after, UNSURE))
        .onFailure(failure -> response.end())
        .onSuccess(this::listen);
  }

  private void listen(long after) {
    floor = after;
    look();
    long timer = operations.vertx().setPeriodic(LOOK_MILLIS, id -> look());
    response.endHandler(ended -> operations.vertx().cancelTimer(timer));
    response.closeHandler(closed -> operations.vertx().cancelTimer(timer));
  }

  /** A listener that does not keep up is not read for; what it misses stays in the log. */
  private void look() {
    if (looking || response.closed() || response.ended() || response.writeQueueFull()) {
      return;
    }
    looking = true;
    looks++;
    boolean asksForKey = looks % KEY_LOOKS == 0;
    operations
        .blocking(() -> asksForKey && !isInForce() ? null : read())
        .onComplete(
            (reading, failure) -> {
              looking = false;
              if (reading == null) {
                response.end(); // Whoever is still allowed to comes back and goes on.
              } else if (!response.closed()) {
                send(reading);
              }
            });
  }

  private Reading read() {
    long last = feed.last(); // Before the entries, so that none is passed over.
    return new Reading(last, feed.after(floor, choice, ENTRIES));
  }

  private boolean isInForce() {
    return operations.services().accounts().apiKeys().isInForce(key);
  }

  private void send(Reading reading) {
    for (FeedEntry entry : reading.entries()) {
      if (sent.putIfAbsent(entry.id(), entry.at()) == null) {
        response.write(text(entry));
      }
    }
    Instant now = operations.services().clock().instant();
    if (reading.entries().size() < ENTRIES) {
      seen.add(new Seen(now, reading.last()));
    }
    forget(now.minus(UNSURE));
    if (looks % HEARTBEAT_LOOKS == 0) {
      response.write(":\n\n");
    }
  }

  private void forget(Instant sure) {
    while (!sent.isEmpty() && sent.firstEntry().getValue().isBefore(sure)) {
      floor = Math.max(floor, sent.pollFirstEntry().getKey());
    }
    while (!seen.isEmpty() && seen.peek().at().isBefore(sure)) {
      floor = Math.max(floor, seen.poll().last());
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
