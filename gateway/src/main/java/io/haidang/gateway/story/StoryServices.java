package io.haidang.gateway.story;

import io.haidang.gateway.draft.TargetScheduler;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.models.ModelDescriptor.Locality;
import java.time.Clock;
import java.util.function.Predicate;

/**
 * Everything that can be done with stories.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 *
 * @param stories making and finding them
 * @param revisions new texts in the place of old ones
 * @param products asking for them, and for stale ones anew
 * @param ledger the facts, and which product states which
 * @param consistency sentences that products say in several ways
 * @param bundles handing stories over as a whole
 * @param media pictures and recordings
 */
public record StoryServices(
    Stories stories,
    Revisions revisions,
    Products products,
    Ledger ledger,
    Consistency consistency,
    Bundles bundles,
    Media media) {

  /**
   * Opens the stories of a database on a node where nobody writes down speech.
   *
   * @param scheduler told of each product that is to be made
   * @param isServed whether texts of a kind have an engine that they may reach
   */
  public static StoryServices open(
      Database database,
      StoryNames names,
      TargetScheduler scheduler,
      Predicate<TextKind> isServed,
      Clock clock) {
    return open(database, names, scheduler, isServed, reach -> false, clock);
  }

  /**
   * Opens the stories of a database.
   *
   * @param hears whether recordings that may go so far have somebody to write them down
   */
  public static StoryServices open(
      Database database,
      StoryNames names,
      TargetScheduler scheduler,
      Predicate<TextKind> isServed,
      Predicate<Locality> hears,
      Clock clock) {
    return new StoryServices(
        new Stories(database, clock),
        new Revisions(database, names, scheduler, clock),
        new Products(database, names, scheduler, isServed, hears, clock),
        new Ledger(database, names, clock),
        new Consistency(database, names, clock),
        new Bundles(database, clock),
        new Media(database, clock));
  }
}
