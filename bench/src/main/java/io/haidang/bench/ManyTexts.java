package io.haidang.bench;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.TargetState;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Fills a database with as many texts as a busy desk has, the same ones each time. */
final class ManyTexts {

  private static final int BATCH = 1_000;
  private static final int SEED = 7;
  private static final int NUMBERS = 100_000;
  private static final String CONTENT = "0".repeat(64);

  private ManyTexts() {}

  /** Adds texts without segments, all in one state, and lets the database look at its tables. */
  static void add(Database database, int texts, TargetState state, Account author) {
    database.jdbi().useHandle(ManyTexts::addContent);
    for (int from = 0; from < texts; from += BATCH) {
      int size = Math.min(BATCH, texts - from);
      Random random = new Random(SEED + from);
      database.jdbi().useTransaction(handle -> add(handle, size, random, state, author));
    }
    database.jdbi().useHandle(handle -> handle.execute("analyze"));
  }

  private static void addContent(Handle handle) {
    handle.execute(
        "insert into content (id, digest, size) values (?, ?, 0)", UUID.randomUUID(), CONTENT);
  }

  /** Stories of one text each, of which one in fifty is secret and one in five Japanese. */
  private static void add(
      Handle handle, int size, Random random, TargetState state, Account author) {
    List<Insert> inserts =
        List.of(
            insert(
                handle,
                "story (id, title, sensitivity, text_date, owner_id, created_at, office)"
                    + " values (:id, :title, :label, :day, :author, :now, :office)"),
            insert(
                handle,
                "asset (id, story_id, title, source_language, sensitivity, text_date, author_id,"
                    + " created_at) values (:id, :id, :title, 'vi', :label, :day, :author, :now)"),
            insert(
                handle,
                "asset_revision (asset_id, number, text_digest, text_format, text_name,"
                    + " text_options, media_name, author_id, created_at, note) values (:id, 1,"
                    + " '"
                    + CONTENT
                    + "', 'PLAIN', '', '', '', :author, :now, '')"),
            insert(
                handle,
                "target (id, asset_id, language, state, version, segments_total, updated_at,"
                    + " state_since, read_by, risk_hours) values (:id, :id, :language,"
                    + " :state, 1, 1, :now, :now, :readBy, :hours)"));
    OffsetDateTime start = OffsetDateTime.of(2026, 3, 2, 8, 0, 0, 0, ZoneOffset.UTC);
    for (int i = 0; i < size; i++) {
      int number = random.nextInt(NUMBERS);
      int hours = random.nextInt(61);
      OffsetDateTime now = start.plusMinutes(random.nextInt(100_000));
      String label = number % 50 == 0 ? "SECRET" : number % 2 == 0 ? "PUBLIC" : "INTERNAL";
      UUID id = UUID.randomUUID();
      for (Insert insert : inserts) {
        insert
            .batch()
            .bind("id", id)
            .bind("title", "Text no " + number)
            .bind("label", label)
            .bind("day", LocalDate.of(2026, 3, 2))
            .bind("author", author.id())
            .bind("now", now)
            .bind("office", "Office " + number % 5)
            .bind("language", number % 5 == 0 ? "ja" : "en")
            .bind("readBy", now.plusHours(72L - hours))
            .bind("hours", hours)
            .bind("state", state.name())
            .add();
      }
    }
    inserts.forEach(insert -> insert.batch().execute());
  }

  private record Insert(PreparedBatch batch) {}

  private static Insert insert(Handle handle, String what) {
    return new Insert(handle.prepareBatch("insert into " + what));
  }
}
