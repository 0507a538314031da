package io.haidang.gateway.queue;

import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.store.Database;
import java.time.Clock;

/** What there is to do with the queue; everything in here blocks. */
public record QueueServices(Queue queue, Claims claims, Assignments assignments, SavedViews views) {

  public static QueueServices open(Database database, Accounts accounts, Clock clock) {
    return new QueueServices(
        new Queue(database, clock),
        new Claims(database, clock),
        new Assignments(database, accounts, clock),
        new SavedViews(database, clock));
  }
}
