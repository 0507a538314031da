package io.haidang.gateway.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What keys have taken, day by day. */
final class KeyUseTable {

  private KeyUseTable() {}

  /** Adds to the line of a day; other nodes may add to it at the same time. */
  static void add(Handle handle, UUID key, LocalDate day, KeyUse use) {
    if (update(handle, key, day, use) == 0) {
      handle
          .createUpdate(
              "insert into key_use (key_id, used_on, requests, characters, documents)"
                  + " values (:key, :day, 0, 0, 0) on conflict do nothing")
          .bind("key", key)
          .bind("day", day)
          .execute();
      update(handle, key, day, use);
    }
  }

  private static int update(Handle handle, UUID key, LocalDate day, KeyUse use) {
    return handle
        .createUpdate(
            "update key_use set requests = requests + :requests,"
                + " characters = characters + :characters, documents = documents + :documents"
                + " where key_id = :key and used_on = :day")
        .bind("requests", use.requests())
        .bind("characters", use.characters())
        .bind("documents", use.documents())
        .bind("key", key)
        .bind("day", day)
        .execute();
  }

  /** Notes when a key was last used. */
  static void stamp(Handle handle, UUID key, Instant at) {
    handle
        .createUpdate("update api_key set last_used_at = :at where id = :key")
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("key", key)
        .execute();
  }

  /** What keys have taken in a month; those that took nothing are not among them. */
  static Map<UUID, KeyUse> of(Handle handle, Collection<UUID> keys, YearMonth month) {
    Map<UUID, KeyUse> taken = new HashMap<>();
    handle
        .createQuery(
            "select key_id, sum(requests) as requests, sum(characters) as characters,"
                + " sum(documents) as documents from key_use"
                + " where key_id = any(:keys) and used_on >= :first and used_on <= :last group by key_id")
        .bindArray("keys", UUID.class, keys.toArray())
        .bind("first", month.atDay(1))
        .bind("last", month.atEndOfMonth())
        .map(
            (row, context) ->
                taken.put(
                    row.getObject("key_id", UUID.class),
                    new KeyUse(
                        row.getLong("requests"),
                        row.getLong("characters"),
                        row.getLong("documents"))))
        .list();
    return taken;
  }
}
