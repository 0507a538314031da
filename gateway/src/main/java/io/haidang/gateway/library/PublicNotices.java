package io.haidang.gateway.library;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.channel.Notice;
import io.haidang.gateway.channel.Notice.Kind;
import io.haidang.gateway.channel.NoticeTable;
import io.haidang.gateway.channel.PublishedTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetAction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes back what was delivered, and tells the public what was put right.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class PublicNotices {

  /** Longest notice, in UTF-16 units. */
  public static final int MOST = 2_000;

  private final Database database;
  private final TargetTable targets;
  private final EventLog events;
  private final Clock clock;

  PublicNotices(Database database, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.clock = clock;
  }

  /** What the public was told about a product, oldest first. */
  public List<Notice> of(UUID product) {
    return database.jdbi().withHandle(handle -> NoticeTable.of(handle, product));
  }

  /**
   * Takes a product back: channels show the notice in its place at once, and its text has to be
   * signed off again before it is delivered again.
   *
   * @param text what the public is told
   * @throws GatewayException {@code not-found}, {@code not-permitted}, {@code wrong-state} unless
   *     it was delivered, {@code invalid-request} for a notice that is missing or unfit
   */
  public Target withdraw(UUID product, String text, Account actor) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = tell(handle, product, Kind.WITHDRAWAL, text, actor);
              PublishedTable.withdraw(handle, product, clock.instant());
              return target.state().isSignedOff() ? sendBack(handle, target, text, actor) : target;
            });
  }

  private Target sendBack(Handle handle, Target target, String text, Account actor) {
    Target moved = targets.move(handle, target, TargetAction.WITHDRAW, null, null);
    events.appendState(
        handle, moved.id(), moved.state(), actor.displayName(), Map.of("comment", text));
    return moved;
  }

  /**
   * Tells the public what was put right in a product, for as long as it is out.
   *
   * @param text what the public is told
   * @throws GatewayException as {@link #withdraw}
   */
  public Target correct(UUID product, String text, Account actor) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = tell(handle, product, Kind.CORRECTION, text, actor);
              PublishedTable.touch(handle, product, clock.instant());
              return target;
            });
  }

  private Target tell(Handle handle, UUID product, Kind kind, String text, Account actor) {
    Target target = targets.lock(handle, product);
    actor.require(Role.REVIEWER);
    if (TextField.require("notice", text, MOST).isBlank()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "notice: (blank) (expected: what the public is told)");
    }
    if (!PublishedTable.isDelivered(handle, product)) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "product: not out (expected: delivered and not withdrawn)");
    }
    NoticeTable.insert(
        handle, product, new Notice(kind, text, actor.displayName(), clock.instant()));
    events.append(
        handle,
        product,
        kind == Kind.WITHDRAWAL ? EventLog.WITHDRAWN : EventLog.CORRECTED,
        actor.displayName(),
        Map.of("notice", text));
    return target;
  }
}
