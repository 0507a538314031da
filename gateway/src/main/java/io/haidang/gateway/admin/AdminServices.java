package io.haidang.gateway.admin;

import io.haidang.gateway.audit.AuditTrail;
import io.haidang.gateway.store.Database;
import java.time.Clock;

/**
 * What administrators keep, beside accounts and keys.
 *
 * @param audit who did what, when
 */
public record AdminServices(AuditTrail audit) {

  public static AdminServices open(Database database, Clock clock) {
    return new AdminServices(new AuditTrail(database, clock));
  }
}
