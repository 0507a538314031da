package io.haidang.gateway.review;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.enforce.TermEnforcer;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Finds the checks of a product, with the names that are in force.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL. Documents whose places
 * have limits are read and kept, so ask outside of transactions.
 */
final class TargetChecks {

  private final Database database;
  private final TargetTable targets;
  private final Originals originals;
  private final LimitedDocuments limited;
  private final Supplier<TermEnforcer> terms;

  TargetChecks(Database database, Supplier<TermEnforcer> terms, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.originals = new Originals(database.contents());
    this.limited = new LimitedDocuments(database, clock);
    this.terms = terms;
  }

  /** Those of a product; empty where they are those of any translation. */
  Optional<ProductChecks> of(Target target) {
    return ProductChecks.of(target, originals, limited.of(target), terms.get());
  }

  /**
   * The same by its id.
   *
   * @throws io.haidang.gateway.GatewayException {@code not-found}
   */
  Optional<ProductChecks> byId(UUID id) {
    return of(database.jdbi().withHandle(handle -> targets.require(handle, id)));
  }
}
