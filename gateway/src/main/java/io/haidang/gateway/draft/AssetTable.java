package io.haidang.gateway.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Parts of stories, without their contents.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class AssetTable {

  private AssetTable() {}

  /** An asset whether or not it has a text. */
  public record Row(UUID id, AssetKind kind, String title, Locale language) {}

  /** Adds an asset under the label and the date of its story; it has no revision yet. */
  public static void insert(
      Handle handle,
      UUID id,
      Story story,
      AssetKind kind,
      String title,
      Locale language,
      Account author,
      Instant created) {
    handle
        .createUpdate(
            "insert into asset (id, story_id, kind, title, source_language, sensitivity,"
                + " text_date, author_id, created_at) values (:id, :story, :kind, :title,"
                + " :language, :sensitivity, :date, :author, :created)")
        .bind("id", id)
        .bind("story", story.id())
        .bind("kind", kind.name())
        .bind("title", title)
        .bind("language", language.toLanguageTag())
        .bind("sensitivity", story.sensitivity().name())
        .bind("date", story.textDate())
        .bind("author", author.id())
        .bind("created", created.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The parts of a story in the order in which they were added. */
  public static List<Row> ofStory(Handle handle, UUID story) {
    return handle
        .createQuery("select * from asset where story_id = :story order by created_at, id")
        .bind("story", story)
        .map(
            (row, context) ->
                new Row(
                    row.getObject("id", UUID.class),
                    AssetKind.valueOf(row.getString("kind")),
                    row.getString("title"),
                    Locale.forLanguageTag(row.getString("source_language"))))
        .list();
  }

  /**
   * An asset with the text that it has now.
   *
   * @throws GatewayException {@code not-found} when there is none, or it has no text
   */
  public static Asset require(Handle handle, UUID id) {
    return find(handle, id).filter(Asset::hasText).orElseThrow(() -> unknown(id));
  }

  /**
   * An asset as it is now, with a text or without.
   *
   * @throws GatewayException {@code not-found}
   */
  public static Asset requireAny(Handle handle, UUID id) {
    return find(handle, id).orElseThrow(() -> unknown(id));
  }

  private static GatewayException unknown(UUID id) {
    return new GatewayException(
        ErrorCode.NOT_FOUND, "asset: " + id + " (expected: a known one with a text)");
  }

  private static Optional<Asset> find(Handle handle, UUID id) {
    return handle
        .createQuery(
            "select a.id as asset_id, a.story_id, a.kind, a.title, a.source_language,"
                + " a.sensitivity, a.text_date, a.created_at, r.number as revision, r.text_digest,"
                + " r.text_format, r.text_name, r.text_options,"
                + WRITERS
                + PersonRow.COLUMNS
                + " from asset a join account u on u.id = a.author_id"
                + " join asset_revision r on r.asset_id = a.id and r.number ="
                + " (select max(m.number) from asset_revision m where m.asset_id = a.id)"
                + " where a.id = :id")
        .bind("id", id)
        .map((row, context) -> asset(row))
        .findOne();
  }

  /** Everybody who wrote a text up to the revision of {@code r}, as ids with commas between. */
  static final String WRITERS =
      " (select string_agg(cast(w.author_id as varchar(36)), ',') from asset_revision w"
          + " where w.asset_id = r.asset_id and w.number <= r.number) as writers,";

  private static Set<UUID> writers(String ids) {
    return Arrays.stream(ids.split(",", -1)).map(UUID::fromString).collect(Collectors.toSet());
  }

  /** Of any row that has the columns of an asset, a revision, and its author. */
  static Asset asset(ResultSet row) throws SQLException {
    int revision = row.getInt("revision");
    return new Asset(
        row.getObject("asset_id", UUID.class),
        row.getObject("story_id", UUID.class),
        AssetKind.valueOf(row.getString("kind")),
        row.getString("title"),
        revision,
        RevisionTable.text(row, revision),
        Locale.forLanguageTag(row.getString("source_language")),
        Sensitivity.valueOf(row.getString("sensitivity")),
        row.getObject("text_date", LocalDate.class),
        PersonRow.account(row),
        writers(row.getString("writers")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
