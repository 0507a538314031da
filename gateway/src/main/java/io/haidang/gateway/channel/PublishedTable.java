package io.haidang.gateway.channel;

import io.haidang.gateway.channel.PublishedItem.DeliveredFile;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.store.ContentDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * What channels show. Every query here answers with public texts past their embargo only, whoever
 * asks; there is no other way to a published text for a channel.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class PublishedTable {

  /**
   * Public items with the instant at which what channels show last changed. That is not before the
   * embargo ends, nor before the rule was made, so that whoever follows the changes misses nothing
   * when an embargo is lifted early.
   */
  private static final String PUBLIC =
      "select * from (select p.target_id, p.title, p.body, p.withdrawn_at, x.digest, x.file_name,"
          + " x.media_type, t.form, t.language, t.asset_id, a.story_id, a.text_date,"
          + " greatest(p.first_at, coalesce(r.embargo_until, p.first_at)) as published_at,"
          + " case when p.withdrawn_at is not null then p.withdrawn_at else greatest(p.updated_at,"
          + " coalesce(r.embargo_until, p.updated_at), coalesce(r.at, p.updated_at)) end"
          + " as changed_at from published p join publication x on x.id = p.publication_id"
          + " join target t on t.id = p.target_id join asset a on a.id = t.asset_id"
          + " left join release_rule r on r.story_id = a.story_id and r.ordinal ="
          + " (select max(m.ordinal) from release_rule m where m.story_id = a.story_id)"
          + " where a.sensitivity = 'PUBLIC') q where q.changed_at <= :now";

  private PublishedTable() {}

  /** Shows a delivery in the place of the one before it; an earlier withdrawal is over. */
  public static void show(
      Handle handle, UUID target, UUID publication, PublishedText text, Instant at) {
    int shown =
        bind(
                handle.createUpdate(
                    "update published set publication_id = :publication, title = :title,"
                        + " body = :body, updated_at = :at, withdrawn_at = null"
                        + " where target_id = :target"),
                target,
                publication,
                text,
                at)
            .execute();
    if (shown == 0) {
      bind(
              handle.createUpdate(
                  "insert into published (target_id, publication_id, title, body, first_at,"
                      + " updated_at) values (:target, :publication, :title, :body, :at, :at)"),
              target,
              publication,
              text,
              at)
          .execute();
    }
  }

  private static Update bind(
      Update update, UUID target, UUID publication, PublishedText text, Instant at) {
    return update
        .bind("target", target)
        .bind("publication", publication)
        .bind("title", text.title())
        .bind("body", text.body())
        .bind("at", at.atOffset(ZoneOffset.UTC));
  }

  /** Whether something of a product is out, or will be when its embargo ends. */
  public static boolean isDelivered(Handle handle, UUID target) {
    return handle
        .createQuery(
            "select count(*) from published where target_id = :target and withdrawn_at is null")
        .bind("target", target)
        .mapTo(Long.class)
        .map(count -> count > 0)
        .one();
  }

  /** Takes a product back; what no channel has shown yet leaves no trace for them. */
  public static void withdraw(Handle handle, UUID target, Instant now) {
    if (find(handle, target, now).isPresent()) {
      handle.execute(
          "update published set withdrawn_at = ? where target_id = ?",
          now.atOffset(ZoneOffset.UTC),
          target);
    } else {
      handle.execute("delete from published where target_id = ?", target);
    }
  }

  /** Tells those who follow the changes that there is something new about a product. */
  public static void touch(Handle handle, UUID target, Instant now) {
    handle.execute(
        "update published set updated_at = ? where target_id = ?",
        now.atOffset(ZoneOffset.UTC),
        target);
  }

  /** One item, withdrawn or not; empty when no channel has ever shown it. */
  public static Optional<PublishedItem> find(Handle handle, UUID id, Instant now) {
    return list(handle, handle.createQuery(PUBLIC + " and q.target_id = :id").bind("id", id), now)
        .stream()
        .findFirst();
  }

  /**
   * What changed since, the oldest change first; withdrawals are changes.
   *
   * @param since of the last change that is known
   * @param after id of the item of that change; several may have one instant
   */
  public static List<PublishedItem> changes(
      Handle handle, ChannelQuery query, Instant since, UUID after, int limit, Instant now) {
    return list(
        handle,
        filtered(
                handle,
                query,
                " and (q.changed_at > :since or (q.changed_at = :since and q.target_id > :after))"
                    + " order by q.changed_at, q.target_id limit :limit")
            .bind("since", since.atOffset(ZoneOffset.UTC))
            .bind("after", after)
            .bind("limit", limit),
        now);
  }

  /** What is out now, the newest first, without what was withdrawn. */
  public static List<PublishedItem> newest(
      Handle handle, ChannelQuery query, int limit, Instant now) {
    return list(
        handle,
        filtered(
                handle,
                query,
                " and q.withdrawn_at is null"
                    + " order by q.published_at desc, q.target_id limit :limit")
            .bind("limit", limit),
        now);
  }

  /** Everything that is out now, the newest first, with empty bodies. */
  public static List<PublishedItem> titles(Handle handle, int limit, Instant now) {
    return list(
        handle,
        handle
            .createQuery(
                PUBLIC.replace("p.body", "'' as body")
                    + " and q.withdrawn_at is null"
                    + " order by q.published_at desc, q.target_id limit :limit")
            .bind("limit", limit),
        now);
  }

  /** The same form of the same assets in all languages that are out now. */
  public static List<PublishedItem> siblings(Handle handle, List<UUID> assets, Instant now) {
    if (assets.isEmpty()) {
      return List.of();
    }
    return list(
        handle,
        handle
            .createQuery(
                PUBLIC
                    + " and q.withdrawn_at is null and q.asset_id in (<assets>)"
                    + " order by q.language, q.target_id")
            .bindList("assets", assets),
        now);
  }

  /** Whether channels show something of a story, or have shown it. */
  public static boolean isOut(Handle handle, UUID story, Instant now) {
    return !list(
            handle,
            handle
                .createQuery(PUBLIC + " and q.story_id = :story and q.withdrawn_at is null limit 1")
                .bind("story", story),
            now)
        .isEmpty();
  }

  private static Query filtered(Handle handle, ChannelQuery query, String rest) {
    String language = query.language().isEmpty() ? "" : " and q.language = :language";
    String form = query.form().isEmpty() ? "" : " and q.form = :form";
    Query sql = handle.createQuery(PUBLIC + language + form + rest);
    query.language().ifPresent(value -> sql.bind("language", value.toLanguageTag()));
    query.form().ifPresent(value -> sql.bind("form", value.id()));
    return sql;
  }

  private static List<PublishedItem> list(Handle handle, Query query, Instant now) {
    List<PublishedItem> items =
        query.bind("now", now.atOffset(ZoneOffset.UTC)).map((row, context) -> item(row)).list();
    Map<UUID, List<Notice>> notices =
        NoticeTable.of(handle, items.stream().map(PublishedItem::id).toList());
    return items.stream()
        .map(item -> item.with(notices.getOrDefault(item.id(), List.of())))
        .toList();
  }

  private static PublishedItem item(ResultSet row) throws SQLException {
    return new PublishedItem(
        row.getObject("target_id", UUID.class),
        row.getObject("story_id", UUID.class),
        row.getObject("asset_id", UUID.class),
        new ProductForm(row.getString("form")),
        Locale.forLanguageTag(row.getString("language")),
        new PublishedText(row.getString("title"), row.getString("body")),
        row.getObject("text_date", LocalDate.class),
        new DeliveredFile(
            new ContentDigest(row.getString("digest")),
            row.getString("file_name"),
            row.getString("media_type")),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        ReleaseRuleTable.instant(row, "withdrawn_at"),
        List.of());
  }
}
