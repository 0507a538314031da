package io.haidang.gateway.library;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.channel.ClearanceTable;
import io.haidang.gateway.channel.PublishedTable;
import io.haidang.gateway.channel.ReleaseRule;
import io.haidang.gateway.channel.ReleaseRule.Spokesperson;
import io.haidang.gateway.channel.ReleaseRuleTable;
import io.haidang.gateway.draft.StoryTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.review.Deliveries;
import io.haidang.gateway.review.Wording;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * When the products of a story may leave the house, and who has to clear them.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class ReleaseRules {

  private final Database database;
  private final Accounts accounts;
  private final Deliveries deliveries;
  private final TargetTable targets;
  private final EventLog events;
  private final Clock clock;

  ReleaseRules(Database database, Accounts accounts, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.deliveries = new Deliveries(database, clock);
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.clock = clock;
  }

  /**
   * The rule in force for a story.
   *
   * @throws GatewayException {@code not-found}
   */
  public ReleaseRule of(UUID story) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              StoryTable.require(handle, story);
              return ReleaseRuleTable.of(handle, story);
            });
  }

  /**
   * Puts a rule in the place of the one in force.
   *
   * @param embargoUntil null for none
   * @param spokesperson login; empty for nobody
   * @throws GatewayException {@code not-permitted} unless a reviewer, and unless the spokesperson
   *     or an administrator where a spokesperson is replaced or removed; {@code not-found}; {@code
   *     invalid-request} for an unknown login; {@code wrong-state} for an embargo on what channels
   *     show already
   */
  public ReleaseRule set(
      UUID story, @Nullable Instant embargoUntil, String spokesperson, Account actor) {
    Spokesperson named = spokesperson.isEmpty() ? null : named(spokesperson);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              StoryTable.lock(handle, story);
              ReleaseRule present = ReleaseRuleTable.of(handle, story);
              requireRight(present.spokesperson(), named, actor);
              ReleaseRule rule = new ReleaseRule(embargoUntil, named, clock.instant());
              requireNotOut(handle, story, rule);
              ReleaseRuleTable.insert(handle, story, rule, actor.id(), clock.instant());
              return ReleaseRuleTable.of(handle, story);
            });
  }

  private Spokesperson named(String login) {
    Account account =
        accounts
            .findByLogin(login)
            .orElseThrow(
                () ->
                    new GatewayException(
                        ErrorCode.INVALID_REQUEST,
                        "spokesperson: unknown (expected: the login of an account)"));
    return new Spokesperson(account.id(), account.login(), account.displayName());
  }

  /** Whoever has to clear a story cannot be passed over by those who want it out. */
  private static void requireRight(
      @Nullable Spokesperson present, @Nullable Spokesperson next, Account actor) {
    if (present == null || (next != null && next.id().equals(present.id()))) {
      actor.require(Role.REVIEWER);
    } else if (!present.id().equals(actor.id()) && !actor.has(Role.ADMIN)) {
      throw new GatewayException(
          ErrorCode.NOT_PERMITTED,
          "spokesperson: somebody else (expected: the spokesperson or an administrator)");
    }
  }

  private void requireNotOut(Handle handle, UUID story, ReleaseRule rule) {
    Instant now = clock.instant();
    if (rule.isUnderEmbargo(now) && PublishedTable.isOut(handle, story, now)) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE,
          "embargo: too late, channels show products of the story (expected: to withdraw them)");
    }
  }

  /**
   * The spokesperson of its story lets a product go as it is worded now; words that change later
   * are not cleared.
   *
   * @param version of the product that the person saw
   * @throws GatewayException {@code not-found}, {@code not-permitted} unless the spokesperson of
   *     the story, {@code wrong-state} unless signed off, {@code stale-version}
   */
  public Target clear(UUID id, int version, Account actor) {
    Target seen = database.jdbi().withHandle(handle -> targets.require(handle, id));
    Wording wording = deliveries.wording(seen);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = targets.lock(handle, id);
              requireSpokesperson(handle, target, actor);
              if (target.version() != version || seen.version() != version) {
                throw TargetTable.stale(target);
              }
              requireSignedOff(target);
              ClearanceTable.insert(handle, id, wording.digest(), actor.id(), clock.instant());
              events.append(
                  handle,
                  id,
                  EventLog.CLEARED,
                  actor.displayName(),
                  Map.of("version", version, "digest", wording.digest().hex()));
              return target;
            });
  }

  private static void requireSpokesperson(Handle handle, Target target, Account actor) {
    Spokesperson spokesperson = ReleaseRuleTable.of(handle, target.asset().story()).spokesperson();
    if (spokesperson == null || !spokesperson.id().equals(actor.id())) {
      throw new GatewayException(
          ErrorCode.NOT_PERMITTED, "account: another (expected: the spokesperson of the story)");
    }
  }

  private static void requireSignedOff(Target target) {
    if (!target.state().isSignedOff()) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "state: not signed off (expected: approved or published)");
    }
  }

  /** Whether nobody has to clear a product before it is delivered, or somebody has. */
  public boolean isCleared(Target target) {
    return deliveries.isCleared(target);
  }
}
