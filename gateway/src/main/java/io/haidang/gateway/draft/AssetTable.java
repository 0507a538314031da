package io.haidang.gateway.draft;

import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/** Assets as they were handed in, with their first revision. */
final class AssetTable {

  private AssetTable() {}

  static void insert(Handle handle, Asset asset) {
    handle
        .createUpdate(
            "insert into asset (id, story_id, kind, title, source_language, sensitivity,"
                + " text_date, author_id, created_at) values (:id, :story, :kind, :title,"
                + " :language, :sensitivity, :date, :author, :created)")
        .bind("id", asset.id())
        .bind("story", asset.story())
        .bind("kind", asset.kind().name())
        .bind("title", asset.title())
        .bind("language", asset.sourceLanguage().toLanguageTag())
        .bind("sensitivity", asset.sensitivity().name())
        .bind("date", asset.textDate())
        .bind("author", asset.author().id())
        .bind("created", asset.createdAt().atOffset(ZoneOffset.UTC))
        .execute();
    RevisionTable.insert(
        handle,
        new Revision(
            asset.id(),
            asset.text().revision(),
            asset.text(),
            null,
            asset.author(),
            asset.createdAt(),
            ""));
  }
}
