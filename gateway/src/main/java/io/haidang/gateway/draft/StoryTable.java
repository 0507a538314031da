package io.haidang.gateway.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Stories, without what belongs to them.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class StoryTable {

  private static final String SELECT =
      "select s.*," + PersonRow.COLUMNS + " from story s join account u on u.id = s.owner_id ";

  private StoryTable() {}

  public static void insert(Handle handle, Story story) {
    handle
        .createUpdate(
            "insert into story (id, title, sensitivity, text_date, owner_id, office, created_at)"
                + " values (:id, :title, :sensitivity, :date, :owner, :office, :created)")
        .bind("id", story.id())
        .bind("title", story.title())
        .bind("sensitivity", story.sensitivity().name())
        .bind("date", story.textDate())
        .bind("owner", story.owner().id())
        .bind("office", story.office().name())
        .bind("created", story.createdAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /**
   * One story.
   *
   * @throws GatewayException {@code not-found}
   */
  public static Story require(Handle handle, UUID id) {
    return find(handle, id)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "story: " + id + " (expected: a known one)"));
  }

  private static Optional<Story> find(Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "where s.id = :id")
        .bind("id", id)
        .map((row, context) -> story(row))
        .findOne();
  }

  /** Those that are for a reader, the newest first. */
  public static List<Story> recent(Handle handle, Account reader, int offset, int limit) {
    return Visibility.bind(
            handle.createQuery(
                SELECT
                    + "where "
                    + Visibility.condition("s.id")
                    + " order by s.created_at desc, s.id limit :limit offset :offset"),
            reader)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((row, context) -> story(row))
        .list();
  }

  /**
   * Has changes of a story wait for one another until this transaction ends.
   *
   * @throws GatewayException {@code not-found}
   */
  public static Story lock(Handle handle, UUID id) {
    handle
        .createQuery("select id from story where id = :id for update")
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne();
    return require(handle, id);
  }

  /**
   * The release of the names under which everything of a story is made: what the first run has
   * taken, whichever asks now.
   *
   * @param latest taken when the story has none yet; empty for a list that is no release
   */
  public static OptionalInt release(Handle handle, UUID story, OptionalInt latest) {
    if (latest.isPresent()) {
      handle
          .createUpdate(
              "update story set glossary_release = :latest"
                  + " where id = :id and glossary_release is null")
          .bind("latest", latest.getAsInt())
          .bind("id", story)
          .execute();
    }
    return handle
        .createQuery("select glossary_release from story where id = :id")
        .bind("id", story)
        .map((row, context) -> row.getObject("glossary_release", Integer.class))
        .findOne()
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  private static Story story(ResultSet row) throws SQLException {
    return new Story(
        row.getObject("id", UUID.class),
        row.getString("title"),
        Sensitivity.valueOf(row.getString("sensitivity")),
        row.getObject("text_date", LocalDate.class),
        PersonRow.account(row),
        new Office(row.getString("office")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
