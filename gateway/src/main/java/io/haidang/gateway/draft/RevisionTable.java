package io.haidang.gateway.draft;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haidang.gateway.store.ContentDigest;
import io.haidang.gateway.store.Json;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.FilterOptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What assets were and are; nothing is ever changed here, only added.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class RevisionTable {

  private static final String SELECT =
      "select r.*,"
          + PersonRow.COLUMNS
          + " from asset_revision r join account u on u.id = r.author_id ";

  private static final TypeReference<FilterOptions> OPTIONS = new TypeReference<>() {};

  private RevisionTable() {}

  public static void insert(Handle handle, Revision revision) {
    AssetText text = revision.text();
    Medium medium = revision.medium();
    handle
        .createUpdate(
            "insert into asset_revision (asset_id, number, text_digest, text_format, text_name,"
                + " text_options, media_digest, media_type, media_name, author_id, created_at, note)"
                + " values (:asset, :number, :textDigest, :format, :textName, :options, :mediaDigest,"
                + " :mediaType, :mediaName, :author, :created, :note)")
        .bind("asset", revision.asset())
        .bind("number", revision.number())
        .bind("textDigest", text == null ? null : text.digest().hex())
        .bind("format", text == null ? null : text.format().name())
        .bind("textName", text == null ? "" : text.fileName())
        .bind("options", text == null ? "" : Json.write(text.options()))
        .bind("mediaDigest", medium == null ? null : medium.digest().hex())
        .bind("mediaType", medium == null ? null : medium.mediaType())
        .bind("mediaName", medium == null ? "" : medium.fileName())
        .bind("author", revision.author().id())
        .bind("created", revision.createdAt().atOffset(ZoneOffset.UTC))
        .bind("note", revision.note())
        .execute();
  }

  /** The first one first; empty when there is no such asset. */
  public static List<Revision> of(Handle handle, UUID asset) {
    return handle
        .createQuery(SELECT + "where r.asset_id = :asset order by r.number")
        .bind("asset", asset)
        .map((row, context) -> revision(row))
        .list();
  }

  /** What an asset is now. */
  public static Revision latest(Handle handle, UUID asset) {
    List<Revision> revisions = of(handle, asset);
    return revisions.get(revisions.size() - 1);
  }

  private static Revision revision(ResultSet row) throws SQLException {
    return new Revision(
        row.getObject("asset_id", UUID.class),
        row.getInt("number"),
        text(row, row.getInt("number")),
        medium(row),
        PersonRow.account(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("note"));
  }

  /** Of any row that has the columns of this table. */
  static @Nullable AssetText text(ResultSet row, int number) throws SQLException {
    String digest = row.getString("text_digest");
    return digest == null
        ? null
        : new AssetText(
            number,
            new ContentDigest(digest),
            DocumentFormat.valueOf(row.getString("text_format")),
            options(row.getString("text_options")),
            row.getString("text_name"));
  }

  /** Texts from before there were options have none. */
  private static FilterOptions options(String json) {
    return json.isEmpty() ? FilterOptions.DEFAULT : Json.read(json, OPTIONS);
  }

  private static @Nullable Medium medium(ResultSet row) throws SQLException {
    String digest = row.getString("media_digest");
    return digest == null
        ? null
        : new Medium(
            new ContentDigest(digest), row.getString("media_type"), row.getString("media_name"));
  }
}
