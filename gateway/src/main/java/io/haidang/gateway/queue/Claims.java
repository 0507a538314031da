package io.haidang.gateway.queue;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.review.Permission;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who has a text in hand. A claim tells colleagues to take another text; it locks nothing. It runs
 * out by itself, and ends when the text comes into another state.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class Claims {

  /** How long a claim holds without a sign of its holder. */
  public static final Duration LEASE = Duration.ofMinutes(15);

  /** How long it holds after its holder has left the page: long enough to open the next one. */
  public static final Duration AFTER_LEAVING = Duration.ofMinutes(1);

  private final Database database;
  private final TargetTable targets;
  private final Clock clock;

  Claims(Database database, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.clock = clock;
  }

  /** The claim that holds now. */
  public Optional<Claim> of(UUID target) {
    Instant now = clock.instant();
    return database
        .jdbi()
        .withHandle(handle -> ClaimTable.find(handle, target))
        .filter(claim -> claim.holds(now));
  }

  /**
   * Takes a text that nobody has in hand; whoever has it already keeps it for another {@link
   * #LEASE}.
   *
   * @param over takes it from whoever has it, which needs an administrator who may edit it, too
   * @throws GatewayException {@code target-claimed}, {@code wrong-state}, {@code not-permitted},
   *     {@code not-found}
   */
  public Claim take(UUID id, Account actor, boolean over) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = targets.lock(handle, id);
              Permission.require(TargetAction.EDIT, target, actor);
              Instant now = clock.instant();
              Optional<Claim> held = ClaimTable.find(handle, id).filter(claim -> claim.holds(now));
              boolean own = held.filter(claim -> isOf(claim, actor)).isPresent();
              if (held.isPresent() && !own) {
                requireOver(held.get(), over, actor);
              }
              Instant since = own ? held.orElseThrow().since() : now;
              ClaimTable.put(handle, id, actor.id(), since, now.plus(LEASE));
              return ClaimTable.find(handle, id).orElseThrow();
            });
  }

  private static void requireOver(Claim held, boolean over, Account actor) {
    if (over) {
      actor.require(Role.ADMIN);
      return;
    }
    throw new GatewayException(
        ErrorCode.TARGET_CLAIMED,
        "claim: held (expected: none, or one that has run out)",
        Map.of("holder", held.holder().name(), "until", held.until().toString()));
  }

  private static boolean isOf(Claim claim, Account account) {
    return claim.holder().id().equals(account.id());
  }

  /** A sign of life; false when the text is in other hands, or in none, by now. */
  public boolean renew(UUID target, Account actor) {
    Instant until = clock.instant().plus(LEASE);
    return database
        .jdbi()
        .withHandle(handle -> ClaimTable.setEnd(handle, target, actor.id(), until));
  }

  /** The holder has left the page; coming back renews the claim. Of others it does nothing. */
  public void leave(UUID target, Account actor) {
    Instant until = clock.instant().plus(AFTER_LEAVING);
    database.jdbi().useHandle(handle -> ClaimTable.setEnd(handle, target, actor.id(), until));
  }

  /**
   * Gives a text back; an administrator, also for somebody else.
   *
   * @throws GatewayException {@code not-permitted} for the claim of somebody else
   */
  public void release(UUID id, Account actor) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              targets.lock(handle, id);
              Optional<Claim> held = ClaimTable.find(handle, id);
              if (held.isPresent() && !isOf(held.get(), actor)) {
                actor.require(Role.ADMIN);
              }
              ClaimTable.delete(handle, id);
            });
  }
}
