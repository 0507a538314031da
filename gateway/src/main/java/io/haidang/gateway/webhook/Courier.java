package io.haidang.gateway.webhook;

import io.haidang.gateway.outbox.RetryPlan;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.webhook.DeliveryTable.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is due to one receiver, one message after the other and each text's in order, until
 * nothing is left or the receiver does not take one. A message is sent before that is written down,
 * so that after a crash it comes twice rather than never.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use for different subscriptions. <b>Blocking:</b>
 * SQL and the receiver.
 */
final class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /** Then others get the thread. */
  private static final int MESSAGES = 100;

  /** As long as the history of deliveries goes back. */
  private static final Duration MEMORY = Duration.ofDays(30);

  private final Database database;
  private final Sender sender;
  private final RetryPlan plan;
  private final Clock clock;

  Courier(Database database, Sender sender, RetryPlan plan, Clock clock) {
    this.database = database;
    this.sender = sender;
    this.plan = plan;
    this.clock = clock;
  }

  void run(UUID webhook) {
    boolean goesOn = true;
    for (int i = 0; i < MESSAGES && goesOn; i++) {
      goesOn = deliverNext(webhook);
    }
  }

  /** Forgets what ended long ago. */
  void tidy() {
    Instant then = clock.instant().minus(MEMORY);
    database.jdbi().useTransaction(handle -> DeliveryTable.deleteEndedBefore(handle, then));
  }

  /** A message with where it goes. */
  private record Errand(Sender.Receiver receiver, Due due) {}

  private boolean deliverNext(UUID webhook) {
    Optional<Errand> errand = database.jdbi().withHandle(handle -> errand(handle, webhook));
    if (errand.isEmpty()) {
      return false;
    }
    Due due = errand.get().due();
    Receipt receipt = sender.send(errand.get().receiver(), due.message());
    if (!receipt.isDelivered()) {
      LOG.info("webhook {}: {} {}", webhook, receipt.outcome(), receipt.status());
    }
    database.jdbi().useTransaction(handle -> record(handle, webhook, due, receipt));
    return receipt.isDelivered();
  }

  private Optional<Errand> errand(Handle handle, UUID id) {
    Instant now = clock.instant();
    return WebhookTable.find(handle, id)
        .filter(webhook -> webhook.state() == Webhook.State.ACTIVE)
        .flatMap(
            webhook ->
                DeliveryTable.next(handle, id, now)
                    .map(
                        due ->
                            new Errand(
                                new Sender.Receiver(
                                    webhook.url(), WebhookTable.secrets(handle, id, now)),
                                due)));
  }

  /** The subscription may have been deleted meanwhile; then there is nothing to write. */
  private void record(Handle handle, UUID id, Due due, Receipt receipt) {
    Optional<Webhook> webhook = WebhookTable.lock(handle, id);
    if (webhook.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    DeliveryTable.addTry(handle, due.id(), receipt, now);
    if (receipt.isDelivered()) {
      DeliveryTable.end(handle, due.id(), Delivery.State.DELIVERED, due.tries() + 1, now);
      WebhookTable.setFailures(handle, id, 0, null);
    } else {
      afterFailure(handle, webhook.get(), due, receipt);
    }
  }

  private void afterFailure(Handle handle, Webhook webhook, Due due, Receipt receipt) {
    Instant now = clock.instant();
    int tries = due.tries() + 1;
    boolean isGone = receipt.outcome() == Outcome.GONE;
    Optional<Duration> pause =
        isGone ? Optional.empty() : plan.afterTry(tries, receipt.retryAfter());
    pause.ifPresentOrElse(
        time -> DeliveryTable.postpone(handle, due.id(), tries, now.plus(time)),
        () -> DeliveryTable.end(handle, due.id(), Delivery.State.DEAD, tries, now));
    int failures = webhook.failures() + 1;
    WebhookTable.setFailures(handle, webhook.id(), failures, now.plus(plan.ofReceiver(failures)));
    if (isGone) {
      WebhookTable.pause(handle, webhook.id());
    }
  }
}
