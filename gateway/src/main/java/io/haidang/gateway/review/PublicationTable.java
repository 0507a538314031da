package io.haidang.gateway.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.store.ContentDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What was delivered, as it was delivered; nothing is ever changed here, only added.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class PublicationTable {

  private PublicationTable() {}

  /** Returns the id of the delivery. */
  static UUID insert(
      Handle handle,
      Target target,
      ExportedFile file,
      ContentDigest digest,
      String actor,
      Instant at) {
    UUID id = UUID.randomUUID();
    handle
        .createUpdate(
            "insert into publication (id, target_id, digest, file_name, media_type, revision,"
                + " actor, at) values (:id, :target, :digest, :name, :type, :revision, :actor, :at)")
        .bind("id", id)
        .bind("target", target.id())
        .bind("digest", digest.hex())
        .bind("name", file.name())
        .bind("type", file.mediaType())
        .bind("revision", target.asset().revision())
        .bind("actor", actor)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
    return id;
  }

  /** What was delivered of a product, the latest first. */
  public static List<Publication> of(Handle handle, UUID target) {
    return handle
        .createQuery("select * from publication where target_id = :target order by at desc, id")
        .bind("target", target)
        .map(
            (row, context) ->
                new Publication(
                    row.getObject("target_id", UUID.class),
                    new ContentDigest(row.getString("digest")),
                    row.getString("file_name"),
                    row.getString("media_type"),
                    row.getInt("revision"),
                    row.getString("actor"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
