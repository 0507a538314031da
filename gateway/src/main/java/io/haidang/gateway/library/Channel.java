package io.haidang.gateway.library;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.channel.ChannelQuery;
import io.haidang.gateway.channel.PublishedItem;
import io.haidang.gateway.channel.PublishedTable;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What channels show: public texts as they were signed off and delivered, past their embargo, and
 * nothing else.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Channel {

  /** Within which a delivery that has begun is surely written. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  private final Database database;
  private final Clock clock;

  Channel(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Some changes.
   *
   * @param next where to go on: at once when there are more, else later
   * @param more whether there are more by now
   */
  public record Changes(List<PublishedItem> items, ChangeCursor next, boolean more) {

    public Changes {
      items = List.copyOf(items);
    }
  }

  /**
   * What changed since, the oldest change first. Each change is given at least once; the last ones
   * may come again.
   *
   * @param limit 1 or more
   */
  public Changes changes(ChannelQuery query, ChangeCursor from, int limit) {
    Instant now = clock.instant();
    List<PublishedItem> found =
        database
            .jdbi()
            .withHandle(
                handle ->
                    PublishedTable.changes(
                        handle, query, from.since(), from.after(), limit + 1, now));
    boolean more = found.size() > limit;
    List<PublishedItem> items = more ? found.subList(0, limit) : found;
    return new Changes(items, next(items, from, more, now), more);
  }

  /** At the end it steps back, so that nothing is missed that is being written meanwhile. */
  private static ChangeCursor next(
      List<PublishedItem> items, ChangeCursor from, boolean more, Instant now) {
    if (items.isEmpty()) {
      return from;
    }
    PublishedItem last = items.get(items.size() - 1);
    Instant settled = now.minus(OVERLAP);
    return more || last.changedAt().isBefore(settled)
        ? new ChangeCursor(last.changedAt(), last.id())
        : ChangeCursor.after(settled.isAfter(from.since()) ? settled : from.since());
  }

  /** What is out now, the newest first. */
  public List<PublishedItem> newest(ChannelQuery query, int limit) {
    return database
        .jdbi()
        .withHandle(handle -> PublishedTable.newest(handle, query, limit, clock.instant()));
  }

  /**
   * One item that is out now.
   *
   * @throws GatewayException {@code not-found} when it is not or not yet out, {@code withdrawn}
   *     with the notice when it was taken back
   */
  public PublishedItem item(UUID id) {
    PublishedItem item =
        database
            .jdbi()
            .withHandle(handle -> PublishedTable.find(handle, id, clock.instant()))
            .orElseThrow(
                () ->
                    new GatewayException(
                        ErrorCode.NOT_FOUND, "item: unknown (expected: one that is published)"));
    Instant withdrawn = item.withdrawnAt();
    if (withdrawn != null) {
      throw new GatewayException(
          ErrorCode.WITHDRAWN,
          "item: withdrawn (expected: one that is out)",
          Map.of("notice", item.withdrawal(), "withdrawnAt", withdrawn.toString()));
    }
    return item;
  }

  /**
   * The bytes that were delivered.
   *
   * @throws GatewayException as {@link #item}
   */
  public byte[] file(PublishedItem item) {
    try (InputStream bytes = database.contents().open(item.file().digest())) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("a delivery cannot be read", e);
    }
  }

  /** Everything that is out now, the newest first, without the texts. */
  public List<PublishedItem> list(int limit) {
    return database
        .jdbi()
        .withHandle(handle -> PublishedTable.titles(handle, limit, clock.instant()));
  }

  /** Which of some items say the same; the list is taken as it is. */
  public static Alternates among(List<PublishedItem> items) {
    return new Alternates(items);
  }

  /** What says the same in other languages, and in its own, for items that are out. */
  public Alternates alternates(List<PublishedItem> items) {
    List<UUID> assets = items.stream().map(PublishedItem::asset).distinct().toList();
    return new Alternates(
        database
            .jdbi()
            .withHandle(handle -> PublishedTable.siblings(handle, assets, clock.instant())));
  }

  /** Items by what they say; those that say the same in several languages are together. */
  public static final class Alternates {

    private final Map<Saying, List<PublishedItem>> groups;

    private Alternates(List<PublishedItem> items) {
      groups = items.stream().collect(Collectors.groupingBy(Saying::of));
    }

    private record Saying(UUID asset, ProductForm form) {
      static Saying of(PublishedItem item) {
        return new Saying(item.asset(), item.form());
      }
    }

    /** The item itself and what says the same in other languages. */
    public List<PublishedItem> of(PublishedItem item) {
      return groups.getOrDefault(Saying.of(item), List.of());
    }
  }
}
