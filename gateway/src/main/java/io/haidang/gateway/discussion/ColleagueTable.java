package io.haidang.gateway.discussion;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.StoryReaders;
import io.haidang.gateway.store.Like;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Open accounts that may read a text. */
final class ColleagueTable {

  private static final String READERS =
      " from account u join target t on t.id = :target join asset a on a.id = t.asset_id"
          + " join story s on s.id = a.story_id where u.closed_at is null and "
          + StoryReaders.condition("s", "u");

  private ColleagueTable() {}

  /** Those whose login or a word of whose name begins with {@code typed}, by login. */
  static List<Colleague> beginningWith(
      Handle handle, UUID target, String typed, Account reader, int limit) {
    String start = Like.beginningWith(typed);
    return handle
        .createQuery(
            "select u.login, u.display_name"
                + READERS
                + " and u.id <> :reader and (u.login like :start escape '!'"
                + " or lower(u.display_name) like :start escape '!'"
                + " or lower(u.display_name) like :word escape '!') order by u.login limit :limit")
        .bind("target", target)
        .bind("reader", reader.id())
        .bind("start", start)
        .bind("word", "% " + start)
        .bind("limit", limit)
        .map((row, context) -> new Colleague(row.getString("login"), row.getString("display_name")))
        .list();
  }

  /** The accounts of those {@code logins} that may read the text. */
  static List<UUID> readers(Handle handle, UUID target, Collection<String> logins) {
    if (logins.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery("select u.id" + READERS + " and u.login in (<logins>) order by u.login")
        .bind("target", target)
        .bindList("logins", List.copyOf(logins))
        .mapTo(UUID.class)
        .list();
  }
}
