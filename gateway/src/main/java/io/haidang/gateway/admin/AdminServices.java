package io.haidang.gateway.admin;

import io.haidang.gateway.audit.AuditChain;
import io.haidang.gateway.audit.AuditTrail;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.engine.EngineControls;
import io.haidang.gateway.engine.EngineDesk;
import io.haidang.gateway.engine.EngineSettings;
import io.haidang.gateway.oidc.OidcSignIn;
import io.haidang.gateway.privacy.OwnData;
import io.haidang.gateway.retention.Retention;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.usage.UsageBooks;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What administrators keep, beside accounts and keys.
 *
 * @param audit who did what, when
 * @param chain that shows whether the audit is as it was written
 * @param retention how long texts are kept, and how they go
 * @param engines who translates, and how that goes
 * @param ownData what people take of their own
 * @param oidc where people sign in beside local accounts; empty for nowhere
 */
public record AdminServices(
    AuditTrail audit,
    AuditChain chain,
    Retention retention,
    EngineDesk engines,
    OwnData ownData,
    Optional<OidcSignIn> oidc) {

  /** Without a provider of any kind. */
  public static AdminServices open(Database database, Clock clock) {
    EngineSettings settings = EngineSettings.LOCAL_ONLY;
    return new AdminServices(
        new AuditTrail(database, clock),
        new AuditChain(database, clock),
        new Retention(database, clock),
        new EngineDesk(
            settings,
            new EngineControls(database, settings, clock),
            List::of,
            new UsageBooks(database, clock),
            clock),
        new OwnData(database, new Accounts(database, clock).desk()),
        Optional.empty());
  }
}
