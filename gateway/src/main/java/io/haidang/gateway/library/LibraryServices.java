package io.haidang.gateway.library;

import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.store.Database;
import java.time.Clock;

/**
 * Everything that can be done with what was signed off.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 *
 * @param rules when products may leave the house, and who clears them
 * @param notices taking back, and saying what was put right
 * @param channel what channels show
 * @param library everything that was signed off, searchable
 */
public record LibraryServices(
    ReleaseRules rules, PublicNotices notices, Channel channel, Library library) {

  /** Opens the library of a database. */
  public static LibraryServices open(Database database, Accounts accounts, Clock clock) {
    return new LibraryServices(
        new ReleaseRules(database, accounts, clock),
        new PublicNotices(database, clock),
        new Channel(database, clock),
        new Library(database, clock));
  }
}
