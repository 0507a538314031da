package io.haidang.gateway.mail;

import io.haidang.gateway.inbox.MailAddress;
import io.haidang.gateway.outbox.RetryPlan;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Writes letters from what is due, and sends them one after the other; one that is not taken is
 * tried again later. A letter is sent before that is written down: after a crash it comes twice
 * under one id rather than never.
 *
 * <p><b>Thread-safety:</b> for one thread at a time. <b>Blocking:</b> SQL and the server.
 */
final class Postman {

  /** Then others get the thread. */
  private static final int LETTERS = 100;

  private static final Duration MEMORY = Duration.ofDays(30);

  private final Database database;
  private final MailServer server;
  private final SmtpSender sender;
  private final RetryPlan plan;
  private final Clock clock;

  Postman(Database database, MailServer server, RetryPlan plan, Clock clock) {
    this.database = database;
    this.server = server;
    this.sender = new SmtpSender(server);
    this.plan = plan;
    this.clock = clock;
  }

  boolean hasWork() {
    return database.jdbi().withHandle(handle -> LetterTable.isAnythingDue(handle, clock.instant()));
  }

  void run() {
    database.jdbi().useTransaction(handle -> LetterTable.gather(handle, clock.instant()));
    boolean goesOn = true;
    for (int i = 0; i < LETTERS && goesOn; i++) {
      goesOn = sendNext();
    }
  }

  /** Forgets what ended long ago. */
  void tidy() {
    Instant then = clock.instant().minus(MEMORY);
    database.jdbi().useTransaction(handle -> LetterTable.deleteEndedBefore(handle, then));
  }

  private boolean sendNext() {
    Optional<Errand> errand =
        database.jdbi().withHandle(handle -> LetterTable.next(handle, clock.instant()));
    if (errand.isEmpty()) {
      return false;
    }
    Outcome outcome = send(errand.get());
    database.jdbi().useTransaction(handle -> record(handle, errand.get(), outcome));
    return true;
  }

  private Outcome send(Errand errand) {
    MailAddress address = errand.address();
    if (address == null || errand.news().isEmpty()) {
      return Outcome.NOT_WANTED;
    }
    LetterText text = LetterText.of(errand.news(), address.language(), server.site());
    return sender.send(errand, address.address(), text);
  }

  private void record(Handle handle, Errand errand, Outcome outcome) {
    Instant now = clock.instant();
    int tries = errand.tries() + 1;
    if (outcome.isTaken()) {
      LetterTable.end(handle, errand.letter(), Letter.State.SENT, tries, outcome, now);
      return;
    }
    Optional<Duration> pause =
        outcome.isFinal() ? Optional.empty() : plan.afterTry(tries, Duration.ZERO);
    pause.ifPresentOrElse(
        time -> LetterTable.postpone(handle, errand.letter(), tries, outcome, now.plus(time)),
        () -> LetterTable.end(handle, errand.letter(), Letter.State.DEAD, tries, outcome, now));
  }
}
