package io.haidang.gateway.admin;

import io.haidang.gateway.audit.AuditTrail;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.oidc.OidcSettings;
import io.haidang.gateway.oidc.OidcSignIn;
import io.haidang.gateway.retention.Retention;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.util.Optional;

/**
 * What administrators keep, beside accounts and keys.
 *
 * @param audit who did what, when
 * @param retention how long texts are kept, and how they go
 * @param oidc where people sign in beside local accounts; empty for nowhere
 */
public record AdminServices(AuditTrail audit, Retention retention, Optional<OidcSignIn> oidc) {

  /** Without a provider. */
  public static AdminServices open(Database database, Clock clock) {
    return new AdminServices(
        new AuditTrail(database, clock), new Retention(database, clock), Optional.empty());
  }

  /** The same with the provider of the settings, if they name one. */
  public static AdminServices open(
      Database database, Accounts accounts, Optional<OidcSettings> provider, Clock clock) {
    return new AdminServices(
        new AuditTrail(database, clock),
        new Retention(database, clock),
        provider.map(settings -> new OidcSignIn(settings, accounts.identities(), database, clock)));
  }
}
