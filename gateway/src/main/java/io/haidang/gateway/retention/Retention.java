package io.haidang.gateway.retention;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.StoryTable;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What people decide about keeping texts: the policy, holds, and that one goes now. Administrators
 * decide, and auditors read; a hold may be placed by whoever writes or reviews.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Retention {

  private static final Role[] READERS = {Role.ADMIN, Role.AUDITOR};
  private static final Role[] HOLDERS = {Role.ADMIN, Role.REVIEWER, Role.EDITOR};

  private static final int TITLES = 50;
  private static final int RUNS = 30;

  private final Database database;
  private final Clock clock;

  public Retention(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** How long texts are kept; no secret to anybody who has some. */
  public RetentionPolicy policy() {
    return database.jdbi().withHandle(RetentionPolicy::read);
  }

  /**
   * Puts another policy in the place of the present one; it holds from the next run on.
   *
   * @throws GatewayException {@code not-permitted}
   */
  public void change(RetentionPolicy policy, Account actor) {
    actor.require(Role.ADMIN);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              policy.write(handle);
              RetentionLog.append(
                  handle,
                  RetentionLog.POLICY_CHANGED,
                  actor.displayName(),
                  clock.instant(),
                  null,
                  null,
                  data(policy));
            });
  }

  private static Map<String, String> data(RetentionPolicy policy) {
    Map<String, String> data = new TreeMap<>();
    for (Sensitivity label : Sensitivity.values()) {
      data.put(PublicName.of(label) + ".unpublished", policy.of(label).unpublished().toString());
      data.put(PublicName.of(label) + ".published", policy.of(label).published().toString());
    }
    return data;
  }

  /**
   * What the next run would delete if it came now; nothing is changed.
   *
   * @throws GatewayException {@code not-permitted}
   */
  public Outlook outlook(Account reader) {
    reader.requireAny(READERS);
    return database
        .jdbi()
        .withHandle(handle -> KeepingTable.outlook(handle, clock.instant(), TITLES, reader));
  }

  /**
   * The last runs, the latest first.
   *
   * @throws GatewayException {@code not-permitted}
   */
  public List<RetentionRun> runs(Account reader) {
    reader.requireAny(READERS);
    return database.jdbi().withHandle(handle -> RetentionLog.runs(handle, RUNS));
  }

  /**
   * Whether and until when a story is kept. Whether it is for the reader, the caller has asked.
   *
   * @throws GatewayException {@code not-found}
   */
  public Keeping keeping(UUID story) {
    return database.jdbi().withHandle(handle -> require(handle, story));
  }

  private static Keeping require(Handle handle, UUID story) {
    return KeepingTable.find(handle, story)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "story: " + story + " (expected: a known one)"));
  }

  /** Whether somebody may say that a story must stay. */
  public static boolean mayHold(Account account) {
    return account.hasAny(HOLDERS);
  }

  /**
   * Keeps a story from being deleted, by whomever, until the hold is lifted; a new reason replaces
   * an earlier one.
   *
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code invalid-request} for
   *     a reason that is blank or too long
   */
  public Keeping hold(UUID story, String reason, Account actor) {
    actor.requireAny(HOLDERS);
    String text = TextField.require("reason", reason.strip(), Hold.MOST);
    if (text.isEmpty()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "reason: blank (expected: why the story has to stay)");
    }
    return onStory(
        story,
        actor,
        RetentionLog.HELD,
        handle -> {
          handle.execute("delete from retention_hold where story_id = ?", story);
          return handle.execute(
              "insert into retention_hold (story_id, reason, actor, at) values (?, ?, ?, ?)",
              story,
              text,
              actor.displayName(),
              clock.instant().atOffset(ZoneOffset.UTC));
        });
  }

  /**
   * Lifts a hold; without one nothing happens.
   *
   * @throws GatewayException {@code not-permitted} unless by an administrator, {@code not-found}
   */
  public Keeping lift(UUID story, Account actor) {
    actor.require(Role.ADMIN);
    return onStory(
        story,
        actor,
        RetentionLog.LET_GO,
        handle -> handle.execute("delete from retention_hold where story_id = ?", story));
  }

  /** Says how many rows it has changed. */
  private interface Change {
    int in(Handle handle);
  }

  private Keeping onStory(UUID story, Account actor, String type, Change change) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              StoryTable.lock(handle, story);
              boolean isChanged = change.in(handle) > 0;
              Keeping keeping = require(handle, story);
              if (isChanged) {
                log(handle, type, keeping, actor);
              }
              return keeping;
            });
  }

  private void log(Handle handle, String type, Keeping keeping, Account actor) {
    RetentionLog.append(
        handle,
        type,
        actor.displayName(),
        clock.instant(),
        keeping.story(),
        keeping.office(),
        Map.of());
  }

  /**
   * Deletes a story now, with everything that belongs to it. There is no way back but a backup.
   *
   * @param title of the story, typed by whoever deletes it
   * @throws GatewayException {@code not-permitted} unless by an administrator, {@code not-found},
   *     {@code invalid-request} for another title, {@code wrong-state} while it is held or
   *     something of it stands published
   */
  public void delete(UUID story, String title, Account actor) {
    actor.require(Role.ADMIN);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              StoryTable.lock(handle, story);
              Keeping keeping = require(handle, story);
              requireTitle(keeping, title);
              requireFree(keeping);
              Deletion.run(handle, keeping, actor.displayName(), clock.instant());
            });
  }

  private static void requireTitle(Keeping keeping, String title) {
    if (!keeping.title().strip().equals(title.strip())) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "title: another (expected: that of the story)");
    }
  }

  private static void requireFree(Keeping keeping) {
    if (keeping.hold() != null) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "story: held (expected: one whose hold was lifted)");
    }
    if (keeping.isPublished()) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "story: published (expected: everything of it withdrawn)");
    }
  }
}
