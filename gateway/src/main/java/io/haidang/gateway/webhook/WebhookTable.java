package io.haidang.gateway.webhook;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.events.Milestone;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Subscriptions in SQL. */
final class WebhookTable {

  private static final String SELECT =
      "select w.*, a.display_name from webhook w join account a on a.id = w.owner_id ";

  private static final RowMapper<Webhook> MAPPER = (row, context) -> webhook(row);

  private WebhookTable() {}

  /** Secrets of a subscription; the old one is null once nobody needs it. */
  record Secrets(WebhookSecret present, @Nullable WebhookSecret old) {}

  static void insert(Handle handle, Webhook webhook, WebhookSecret secret) {
    handle
        .createUpdate(
            "insert into webhook (id, owner_id, url, milestones, scope, state, secret, failures,"
                + " created_at) values (:id, :owner, :url, :milestones, :scope, :state, :secret, 0,"
                + " :now)")
        .bind("id", webhook.id())
        .bind("owner", webhook.owner())
        .bind("url", webhook.url().toString())
        .bind("milestones", text(webhook.milestones()))
        .bind("scope", webhook.scope().name())
        .bind("state", webhook.state().name())
        .bind("secret", secret.text())
        .bind("now", time(webhook.createdAt()))
        .execute();
  }

  /** Changes what its owner may change; a receiver that has moved is asked at once. */
  static void update(Handle handle, Webhook webhook) {
    handle
        .createUpdate(
            "update webhook set url = :url, milestones = :milestones, scope = :scope,"
                + " state = :state, failures = 0, resume_at = null where id = :id")
        .bind("id", webhook.id())
        .bind("url", webhook.url().toString())
        .bind("milestones", text(webhook.milestones()))
        .bind("scope", webhook.scope().name())
        .bind("state", webhook.state().name())
        .execute();
  }

  static void setSecret(Handle handle, UUID id, WebhookSecret secret, Instant oldUntil) {
    handle
        .createUpdate(
            "update webhook set old_secret = secret, old_secret_until = :until, secret = :secret"
                + " where id = :id")
        .bind("until", time(oldUntil))
        .bind("secret", secret.text())
        .bind("id", id)
        .execute();
  }

  static void delete(Handle handle, UUID id) {
    handle.execute("delete from webhook where id = ?", id);
  }

  /** Notes down how the receiver is; it is left alone until {@code resumeAt}. */
  static void setFailures(Handle handle, UUID id, int failures, @Nullable Instant resumeAt) {
    handle
        .createUpdate("update webhook set failures = :failures, resume_at = :at where id = :id")
        .bind("failures", failures)
        .bindByType("at", resumeAt == null ? null : time(resumeAt), OffsetDateTime.class)
        .bind("id", id)
        .execute();
  }

  static void pause(Handle handle, UUID id) {
    handle.execute("update webhook set state = 'PAUSED' where id = ?", id);
  }

  /** Asks the receiver at once. */
  static void resume(Handle handle, UUID id) {
    handle.execute("update webhook set resume_at = null where id = ?", id);
  }

  static Optional<Webhook> find(Handle handle, UUID id) {
    return handle.createQuery(SELECT + "where w.id = :id").bind("id", id).map(MAPPER).findOne();
  }

  /** The subscription, which nobody else changes before this transaction ends. */
  static Optional<Webhook> lock(Handle handle, UUID id) {
    handle
        .createQuery("select id from webhook where id = :id for update")
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne();
    return find(handle, id);
  }

  static Webhook require(Handle handle, UUID id) {
    return find(handle, id)
        .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "webhook: unknown"));
  }

  /** Those of one account, or all of them, the oldest first. */
  static List<Webhook> list(Handle handle, @Nullable UUID owner) {
    return handle
        .createQuery(
            SELECT + (owner == null ? "" : "where w.owner_id = :owner ") + "order by w.created_at")
        .bindMap(owner == null ? Map.of() : Map.of("owner", owner))
        .map(MAPPER)
        .list();
  }

  /** Those with something to send that is due, to receivers that are not left alone just now. */
  static List<UUID> due(Handle handle, Instant now) {
    return handle
        .createQuery(
            "select w.id from webhook w where w.state = 'ACTIVE'"
                + " and (w.resume_at is null or w.resume_at <= :now) and exists ("
                + " select 1 from webhook_delivery d where d.webhook_id = w.id"
                + " and d.state = 'WAITING' and d.due_at <= :now)")
        .bind("now", time(now))
        .mapTo(UUID.class)
        .list();
  }

  static Secrets secrets(Handle handle, UUID id, Instant now) {
    return handle
        .createQuery("select secret, old_secret, old_secret_until from webhook where id = :id")
        .bind("id", id)
        .map((row, context) -> secrets(row, now))
        .one();
  }

  private static Secrets secrets(ResultSet row, Instant now) throws SQLException {
    OffsetDateTime until = row.getObject("old_secret_until", OffsetDateTime.class);
    boolean isKnown = until != null && until.toInstant().isAfter(now);
    return new Secrets(
        new WebhookSecret(row.getString("secret")),
        isKnown ? new WebhookSecret(row.getString("old_secret")) : null);
  }

  private static Webhook webhook(ResultSet row) throws SQLException {
    return new Webhook(
        row.getObject("id", UUID.class),
        row.getObject("owner_id", UUID.class),
        row.getString("display_name"),
        URI.create(row.getString("url")),
        milestones(row.getString("milestones")),
        Webhook.Scope.valueOf(row.getString("scope")),
        Webhook.State.valueOf(row.getString("state")),
        row.getInt("failures"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Set<Milestone> milestones(String text) {
    Set<Milestone> milestones = EnumSet.noneOf(Milestone.class);
    Arrays.stream(text.strip().split(" ", -1)).map(Milestone::valueOf).forEach(milestones::add);
    return milestones;
  }

  /** Each between spaces, so that none is found in another. */
  private static String text(Set<Milestone> milestones) {
    return milestones.stream()
        .sorted()
        .map(Milestone::name)
        .collect(Collectors.joining(" ", " ", " "));
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
