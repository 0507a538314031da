package io.haidang.gateway.audit;

import io.haidang.gateway.audit.ChainReport.Flaw;
import io.haidang.gateway.audit.ChainReport.Kind;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Seals the entries of every log with a chain of digests, so that whoever changes, removes or slips
 * in one later has to make all that follows anew (after Haber and Stornetta, How to Time-Stamp a
 * Digital Document, 1991). Against somebody who can do even that helps a head that was noted
 * elsewhere.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use, also of several nodes. <b>Blocking:</b> SQL.
 */
public final class AuditChain {

  private static final int AT_A_TIME = 1_000;

  /** By then an entry is sealed, unless it was not there. */
  private static final Duration SURELY_SEALED = Duration.ofMinutes(15);

  private final Database database;
  private final Clock clock;

  public AuditChain(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Seals what has no seal yet. */
  void seal() {
    boolean isMore = true;
    while (isMore) {
      isMore = sealSome();
    }
  }

  /** Whether there may be more; what another node seals at this moment is left to it. */
  private boolean sealSome() {
    ChainHead before = head();
    try {
      return database.jdbi().inTransaction(this::sealSome);
    } catch (UnableToExecuteStatementException e) {
      if (head().equals(before)) {
        throw e;
      }
      return false; // The position was taken.
    }
  }

  private boolean sealSome(Handle handle) {
    Seal last = SealTable.last(handle);
    List<Seal> seals = new ArrayList<>();
    for (Area area : Area.values()) {
      for (LogEntry entry : SealTable.unsealed(handle, area, AT_A_TIME)) {
        last = last.next(entry);
        seals.add(last);
      }
    }
    if (!seals.isEmpty()) {
      SealTable.append(handle, seals, clock.instant());
    }
    return !seals.isEmpty();
  }

  /** Where the chain has got to. */
  public ChainHead head() {
    Seal last = database.jdbi().withHandle(SealTable::last);
    return new ChainHead(last.position(), last.chain());
  }

  /**
   * Reads all of it, for those who may read the audit.
   *
   * @param noted a head of before that has to be part of it
   * @throws io.haidang.gateway.GatewayException {@code not-permitted}
   */
  public ChainReport verify(Optional<ChainHead> noted, Account reader) {
    AuditTrail.requireReader(reader);
    return verify(noted);
  }

  /** The same for whoever holds the database. */
  public ChainReport verify(Optional<ChainHead> noted) {
    return database
        .jdbi()
        .inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> verify(handle, noted));
  }

  private static ChainReport verify(Handle handle, Optional<ChainHead> noted) {
    ChainReading reading = new ChainReading(handle, noted);
    List<Seal> seals = SealTable.after(handle, 0, AT_A_TIME);
    while (!seals.isEmpty()) {
      reading.read(seals);
      seals = SealTable.after(handle, reading.head().position(), AT_A_TIME);
    }
    List<Flaw> flaws = Stream.concat(reading.flaws(), slippedIn(handle)).toList();
    return new ChainReport(
        reading.head(),
        SealTable.lastTime(handle).orElse(null),
        reading.erased(),
        flaws.subList(0, Math.min(flaws.size(), ChainReport.MOST_FLAWS)));
  }

  private static Stream<Flaw> slippedIn(Handle handle) {
    return SealTable.lastTime(handle).stream()
        .map(time -> time.minus(SURELY_SEALED))
        .flatMap(
            until ->
                Stream.of(Area.values())
                    .map(
                        area ->
                            new Flaw(
                                Kind.SLIPPED_IN,
                                0,
                                area,
                                SealTable.overlooked(handle, area, until))))
        .filter(flaw -> flaw.entry() > 0);
  }
}
