package io.haidang.gateway.terms;

import io.haidang.gateway.store.Database;
import io.haidang.glossary.Glossary;
import java.time.Clock;

/**
 * Everything that can be done with the official names.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 *
 * @param released the latest release, for whoever translates or checks
 * @param concepts finding and reading them, with their past
 * @param proposals changes that wait for a second person
 * @param inbox the changes that wait, as a list to work on
 * @param batches many of them at a time
 * @param releases what was approved, and approving
 * @param files lists in and out
 * @param uses which translations name which concept
 * @param candidates what texts name and the glossary does not have
 */
public record Terminology(
    ReleasedGlossary released,
    Concepts concepts,
    Proposals proposals,
    ProposalInbox inbox,
    ProposalBatches batches,
    Releases releases,
    GlossaryFiles files,
    TermUses uses,
    Candidates candidates) {

  /**
   * Opens the glossary of {@code database}.
   *
   * @param starter becomes the first release of a database that has none
   */
  public static Terminology open(Database database, Glossary starter, Clock clock) {
    Releases.makeFirst(database, starter, clock);
    ReleasedGlossary released = new ReleasedGlossary(database, clock);
    Releases releases = new Releases(database, released, clock);
    ProposalBatches batches = new ProposalBatches(database, clock);
    return new Terminology(
        released,
        new Concepts(database, released, clock),
        new Proposals(database, clock),
        new ProposalInbox(database),
        batches,
        releases,
        new GlossaryFiles(batches, releases),
        new TermUses(database),
        new Candidates(database, released, clock));
  }
}
