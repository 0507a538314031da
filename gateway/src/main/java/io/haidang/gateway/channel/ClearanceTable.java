package io.haidang.gateway.channel;

import io.haidang.gateway.store.ContentDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Which wording of a product a spokesperson has cleared.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class ClearanceTable {

  private ClearanceTable() {}

  /** Notes a clearance; once is enough. */
  public static void insert(
      Handle handle, UUID target, ContentDigest wording, UUID account, Instant at) {
    if (!has(handle, target, wording, account)) {
      handle.execute(
          "insert into clearance (target_id, digest, account_id, at) values (?, ?, ?, ?)",
          target,
          wording.hex(),
          account,
          at.atOffset(ZoneOffset.UTC));
    }
  }

  /** Whether {@code account} has cleared just this wording. */
  public static boolean has(Handle handle, UUID target, ContentDigest wording, UUID account) {
    return handle
        .createQuery(
            "select count(*) from clearance"
                + " where target_id = :target and digest = :digest and account_id = :account")
        .bind("target", target)
        .bind("digest", wording.hex())
        .bind("account", account)
        .mapTo(Long.class)
        .map(count -> count > 0)
        .one();
  }
}
