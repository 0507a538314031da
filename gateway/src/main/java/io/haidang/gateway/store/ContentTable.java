package io.haidang.gateway.store;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Deletes contents in the transaction of those who named them. What names one is a foreign key, so
 * that a reference that comes at the same time waits for the end of the transaction, and then
 * fails.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class ContentTable {

  private static final String UNUSED =
      "select c.id from content c where c.digest in (<digests>)"
          + " and not exists (select 1 from asset_revision r"
          + " where r.text_digest = c.digest or r.media_digest = c.digest)"
          + " and not exists (select 1 from publication p where p.digest = c.digest) for update";

  private ContentTable() {}

  /**
   * Deletes those of some contents that nothing names any more.
   *
   * @param digests of contents whose references the caller has just deleted
   * @return how many
   */
  public static int deleteUnused(Handle handle, List<String> digests) {
    if (digests.isEmpty()) {
      return 0;
    }
    List<UUID> unused =
        handle.createQuery(UNUSED).bindList("digests", digests).mapTo(UUID.class).list();
    unused.forEach(
        id -> {
          handle.execute("delete from content_piece where content_id = ?", id);
          handle.execute("delete from content where id = ?", id);
        });
    return unused.size();
  }
}
