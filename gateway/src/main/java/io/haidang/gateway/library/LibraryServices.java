package io.haidang.gateway.library;

import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.store.Database;
import io.haidang.models.SentenceVectors;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

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

  /** Opens the library of a database, where what is similar shares words. */
  public static LibraryServices open(Database database, Accounts accounts, Clock clock) {
    return open(database, accounts, null, clock);
  }

  /**
   * Opens the library of a database.
   *
   * @param encoder tells what texts are about; stays the caller's to close
   */
  public static LibraryServices open(
      Database database, Accounts accounts, @Nullable SentenceVectors encoder, Clock clock) {
    return new LibraryServices(
        new ReleaseRules(database, accounts, clock),
        new PublicNotices(database, clock),
        new Channel(database, clock),
        new Library(database, encoder, clock));
  }
}
