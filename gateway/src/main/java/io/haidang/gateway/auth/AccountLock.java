package io.haidang.gateway.auth;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Lets one transaction at a time change what an account may only have so many of. */
public final class AccountLock {

  private AccountLock() {}

  /**
   * Until the transaction ends nobody else gets past here for the same account.
   *
   * <p><b>Blocking:</b> SQL.
   */
  public static void take(Handle handle, UUID account) {
    handle
        .createQuery("select id from account where id = :account for update")
        .bind("account", account)
        .mapTo(UUID.class)
        .list();
  }
}
