package io.haidang.gateway.webhook;

import static io.haidang.gateway.webhook.WebhookTable.time;

import io.haidang.gateway.events.Milestone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Messages and their tries in SQL; {@code gateway.events} writes new ones. */
final class DeliveryTable {

  private DeliveryTable() {}

  /** A message that is due, and how often it was tried. */
  record Due(long id, int tries, Message message) {}

  /** Adds a message that tells of nothing. */
  static long insertTest(Handle handle, UUID webhook, Instant now) {
    return handle
        .createUpdate(
            "insert into webhook_delivery (webhook_id, state, tries, due_at, created_at)"
                + " values (:webhook, 'WAITING', 0, :now, :now)")
        .bind("webhook", webhook)
        .bind("now", time(now))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /**
   * What is due, least tried first, then the oldest; never one about a text of which an earlier one
   * still waits.
   */
  static Optional<Due> next(Handle handle, UUID webhook, Instant now) {
    return handle
        .createQuery(
            "select d.id, d.tries, d.created_at, d.event_id, d.milestone, d.target_id, e.at,"
                + " t.asset_id, a.story_id, t.form, t.language from webhook_delivery d"
                + " left join event e on e.id = d.event_id"
                + " left join target t on t.id = d.target_id"
                + " left join asset a on a.id = t.asset_id"
                + " where d.webhook_id = :webhook and d.state = 'WAITING' and d.due_at <= :now"
                + " and not exists (select 1 from webhook_delivery b"
                + " where b.webhook_id = d.webhook_id and b.target_id = d.target_id"
                + " and b.state = 'WAITING' and b.id < d.id) order by d.tries, d.id limit 1")
        .bind("webhook", webhook)
        .bind("now", time(now))
        .map((row, context) -> due(row))
        .findOne();
  }

  private static Due due(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    String milestone = row.getString("milestone");
    Message message =
        milestone == null
            ? new Message(
                Delivery.messageId(null, id),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                null)
            : new Message(
                Delivery.messageId(row.getLong("event_id"), id),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                subject(row, Milestone.valueOf(milestone)));
    return new Due(id, row.getInt("tries"), message);
  }

  private static Message.Subject subject(ResultSet row, Milestone milestone) throws SQLException {
    return new Message.Subject(
        milestone,
        row.getLong("event_id"),
        row.getObject("target_id", UUID.class),
        row.getObject("asset_id", UUID.class),
        row.getObject("story_id", UUID.class),
        row.getString("form"),
        Locale.forLanguageTag(row.getString("language")).toLanguageTag());
  }

  static void addTry(Handle handle, long delivery, Receipt receipt, Instant at) {
    handle
        .createUpdate(
            "insert into webhook_try (delivery_id, number, at, status, millis, outcome)"
                + " values (:delivery, (select count(*) + 1 from webhook_try"
                + " where delivery_id = :delivery), :at, :status, :millis, :outcome)")
        .bind("delivery", delivery)
        .bind("at", time(at))
        .bindByType("status", receipt.status(), Integer.class)
        .bind("millis", receipt.millis())
        .bind("outcome", receipt.outcome().name())
        .execute();
  }

  static void end(Handle handle, long delivery, Delivery.State state, int tries, Instant now) {
    handle
        .createUpdate(
            "update webhook_delivery set state = :state, tries = :tries, done_at = :now"
                + " where id = :id")
        .bind("state", state.name())
        .bind("tries", tries)
        .bind("now", time(now))
        .bind("id", delivery)
        .execute();
  }

  static void postpone(Handle handle, long delivery, int tries, Instant dueAt) {
    handle
        .createUpdate("update webhook_delivery set tries = :tries, due_at = :at where id = :id")
        .bind("tries", tries)
        .bind("at", time(dueAt))
        .bind("id", delivery)
        .execute();
  }

  /** Has one message sent again, whatever became of it; 0 when the subscription has none such. */
  static int replay(Handle handle, UUID webhook, long delivery, Instant now) {
    return handle
        .createUpdate(
            "update webhook_delivery set state = 'WAITING', tries = 0, due_at = :now,"
                + " done_at = null where webhook_id = :webhook and id = :id")
        .bind("webhook", webhook)
        .bind("id", delivery)
        .bind("now", time(now))
        .execute();
  }

  /** Has everything sent again that was given up; returns how many. */
  static int replayDead(Handle handle, UUID webhook, Instant now) {
    return handle
        .createUpdate(
            "update webhook_delivery set state = 'WAITING', tries = 0, due_at = :now,"
                + " done_at = null where webhook_id = :webhook and state = 'DEAD'")
        .bind("webhook", webhook)
        .bind("now", time(now))
        .execute();
  }

  static void deleteOf(Handle handle, UUID webhook) {
    handle.execute(
        "delete from webhook_try where delivery_id in"
            + " (select id from webhook_delivery where webhook_id = ?)",
        webhook);
    handle.execute("delete from webhook_delivery where webhook_id = ?", webhook);
  }

  /** Forgets what ended before {@code then}. */
  static void deleteEndedBefore(Handle handle, Instant then) {
    handle.execute(
        "delete from webhook_try where delivery_id in"
            + " (select id from webhook_delivery where done_at < ?)",
        time(then));
    handle.execute("delete from webhook_delivery where done_at < ?", time(then));
  }

  /** How many messages are in each state; states without any are left out. */
  static Map<Delivery.State, Long> counts(Handle handle, UUID webhook) {
    return handle
        .createQuery(
            "select state, count(*) as many from webhook_delivery where webhook_id = :webhook"
                + " group by state")
        .bind("webhook", webhook)
        .map(
            (row, context) ->
                Map.entry(Delivery.State.valueOf(row.getString("state")), row.getLong("many")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * The latest first.
   *
   * @param state null for any
   */
  static List<Delivery> page(
      Handle handle, UUID webhook, Delivery.@Nullable State state, int offset, int limit) {
    List<Delivery> found =
        handle
            .createQuery(
                "select * from webhook_delivery where webhook_id = :webhook"
                    + " and state in (:one, :two, :three)"
                    + " order by id desc limit :limit offset :offset")
            .bind("webhook", webhook)
            .bind("one", state == null ? Delivery.State.WAITING.name() : state.name())
            .bind("two", state == null ? Delivery.State.DELIVERED.name() : state.name())
            .bind("three", state == null ? Delivery.State.DEAD.name() : state.name())
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> delivery(row))
            .list();
    return withTries(handle, found);
  }

  private static List<Delivery> withTries(Handle handle, List<Delivery> found) {
    if (found.isEmpty()) {
      return found;
    }
    Map<Long, List<Delivery.Try>> tries =
        handle
            .createQuery("select * from webhook_try where delivery_id in (<ids>) order by number")
            .bindList("ids", found.stream().map(Delivery::id).toList())
            .map((row, context) -> Map.entry(row.getLong("delivery_id"), attempt(row)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return found.stream()
        .map(delivery -> delivery.with(tries.getOrDefault(delivery.id(), List.of())))
        .toList();
  }

  private static Delivery.Try attempt(ResultSet row) throws SQLException {
    return new Delivery.Try(
        row.getInt("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("status", Integer.class),
        row.getLong("millis"),
        Outcome.valueOf(row.getString("outcome")));
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    String milestone = row.getString("milestone");
    return new Delivery(
        row.getLong("id"),
        row.getObject("event_id", Long.class),
        row.getObject("target_id", UUID.class),
        milestone == null ? null : Milestone.valueOf(milestone),
        Delivery.State.valueOf(row.getString("state")),
        row.getInt("tries"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        List.of());
  }
}
