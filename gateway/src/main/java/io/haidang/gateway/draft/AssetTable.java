package io.haidang.gateway.draft;

import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Drafts as they were handed in. */
final class AssetTable {

  private AssetTable() {}

  static void insert(Handle handle, Asset asset, String content) {
    handle
        .createUpdate(
            "insert into asset (id, title, format, content, source_language, sensitivity,"
                + " text_date, author_id, created_at) values (:id, :title, :format, :content,"
                + " :language, :sensitivity, :date, :author, :created)")
        .bind("id", asset.id())
        .bind("title", asset.title())
        .bind("format", asset.format().name())
        .bind("content", content)
        .bind("language", asset.sourceLanguage().toLanguageTag())
        .bind("sensitivity", asset.sensitivity().name())
        .bind("date", asset.textDate())
        .bind("author", asset.author().id())
        .bind("created", asset.createdAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  static String content(Handle handle, UUID asset) {
    return handle
        .createQuery("select content from asset where id = :id")
        .bind("id", asset)
        .mapTo(String.class)
        .one();
  }
}
