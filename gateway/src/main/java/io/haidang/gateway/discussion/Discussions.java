package io.haidang.gateway.discussion;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.events.Notifier;
import io.haidang.gateway.events.Occasion;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Comments on texts and their segments. Whoever may read a text may say something about it; what
 * was answered stays as it was said. Callers ask {@code Visibility} first.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Discussions {

  /** Characters of a comment. */
  public static final int LONGEST = 4_000;

  /** Comments on one text. */
  static final int MOST = 2_000;

  private static final int OFFERED = 8;

  private final Database database;
  private final TargetTable targets;
  private final EventLog events;
  private final Clock clock;

  public Discussions(Database database, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.clock = clock;
  }

  /**
   * What was said about a text: those about the whole first, then by segment, the oldest first.
   *
   * @throws GatewayException {@code not-found}
   */
  public List<CommentThread> threads(UUID target) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              targets.require(handle, target);
              return ThreadTable.list(handle, target);
            });
  }

  /** How many open threads each segment of a text has that has some. */
  public Map<Integer, Integer> open(UUID target) {
    return database.jdbi().withHandle(handle -> ThreadTable.open(handle, target));
  }

  /**
   * Colleagues who may read a text and whose login, or a word of whose name, begins with what was
   * typed; a few, by login, without the reader.
   */
  public List<Colleague> colleagues(UUID target, String typed, Account reader) {
    return database
        .jdbi()
        .withHandle(handle -> ColleagueTable.beginningWith(handle, target, typed, reader, OFFERED));
  }

  /**
   * Says something new.
   *
   * @param segment counted from 0; null for the whole text
   * @throws GatewayException {@code not-found}, {@code invalid-request} for an empty or unfit text,
   *     {@code wrong-state} when the text has {@value #MOST} comments
   */
  public CommentThread begin(UUID target, @Nullable Integer segment, String text, Account author) {
    String said = fit(text);
    UUID thread = UUID.randomUUID();
    return inText(
        target,
        handle -> {
          requireSegment(handle, target, segment);
          requireRoom(handle, target);
          ThreadTable.insert(handle, thread, target, segment, clock.instant());
          ThreadTable.add(handle, thread, 0, author.id(), said, clock.instant());
          CommentThread begun = ThreadTable.lock(handle, target, thread);
          log(handle, begun, EventLog.COMMENTED, author);
          tell(handle, begun, Set.of(), Mentions.logins(said), author);
          return begun;
        });
  }

  /**
   * Answers; a thread that was resolved is open again.
   *
   * @throws GatewayException as {@link #begin}
   */
  public CommentThread reply(UUID target, UUID thread, String text, Account author) {
    String said = fit(text);
    return inText(
        target,
        handle -> {
          CommentThread seen = ThreadTable.lock(handle, target, thread);
          requireRoom(handle, target);
          ThreadTable.add(
              handle, thread, seen.comments().size(), author.id(), said, clock.instant());
          if (!seen.isOpen()) {
            ThreadTable.reopen(handle, thread);
          }
          log(handle, seen, EventLog.COMMENTED, author);
          Set<UUID> partners =
              seen.comments().stream().map(Comment::author).collect(Collectors.toSet());
          tell(handle, seen, partners, Mentions.logins(said), author);
          return ThreadTable.lock(handle, target, thread);
        });
  }

  /**
   * Says it in other words, as long as nobody has answered.
   *
   * @throws GatewayException as {@link #begin}; {@code not-permitted} for somebody else's comment,
   *     {@code wrong-state} for one that was answered
   */
  public CommentThread edit(UUID target, UUID thread, UUID comment, String text, Account author) {
    String said = fit(text);
    return inText(
        target,
        handle -> {
          CommentThread seen = ThreadTable.lock(handle, target, thread);
          Comment old = requireOwn(seen, comment, author);
          if (!old.text().equals(said)) {
            ThreadTable.rewrite(handle, comment, said, clock.instant());
            Set<String> more = Mentions.logins(said);
            more.removeAll(Mentions.logins(old.text()));
            tell(handle, seen, Set.of(), more, author);
          }
          return ThreadTable.lock(handle, target, thread);
        });
  }

  private static Comment requireOwn(CommentThread thread, UUID comment, Account author) {
    Comment old =
        thread.comments().stream()
            .filter(one -> one.id().equals(comment))
            .findFirst()
            .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "comment: unknown"));
    if (!old.author().equals(author.id())) {
      throw new GatewayException(
          ErrorCode.NOT_PERMITTED, "comment: somebody else’s (expected: one’s own)");
    }
    if (!thread.mayEdit(old, author.id())) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "comment: answered (expected: one without an answer)");
    }
    return old;
  }

  /**
   * Resolves a thread, or opens it again; what it is already it stays.
   *
   * @throws GatewayException {@code not-found}
   */
  public CommentThread move(UUID target, UUID thread, ThreadState state, Account actor) {
    return inText(
        target,
        handle -> {
          CommentThread seen = ThreadTable.lock(handle, target, thread);
          if (seen.state() == state) {
            return seen;
          }
          if (state == ThreadState.RESOLVED) {
            ThreadTable.resolve(handle, thread, actor.id(), clock.instant());
          } else {
            ThreadTable.reopen(handle, thread);
          }
          log(
              handle,
              seen,
              state == ThreadState.RESOLVED ? EventLog.THREAD_RESOLVED : EventLog.THREAD_REOPENED,
              actor);
          return ThreadTable.lock(handle, target, thread);
        });
  }

  private <T> T inText(UUID target, Function<Handle, T> work) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              targets.require(handle, target);
              return work.apply(handle);
            });
  }

  private static String fit(String text) {
    String said = TextField.require("text", text, LONGEST).strip();
    if (said.isEmpty()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "text: (blank) (expected: what there is to say)");
    }
    return said;
  }

  private static void requireSegment(Handle handle, UUID target, @Nullable Integer segment) {
    if (segment == null) {
      return;
    }
    int found =
        handle
            .createQuery("select count(*) from segment where target_id = :target and idx = :idx")
            .bind("target", target)
            .bind("idx", segment)
            .mapTo(Integer.class)
            .one();
    if (found == 0) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "segment: " + segment + " (expected: one of the target)");
    }
  }

  private static void requireRoom(Handle handle, UUID target) {
    if (ThreadTable.comments(handle, target) >= MOST) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "comments: " + MOST + " already (expected: fewer)");
    }
  }

  /**
   * Tells colleagues that something was said, each once.
   *
   * @param partners who have said something before
   * @param mentioned logins that are mentioned, whether or not anybody has them
   */
  private void tell(
      Handle handle,
      CommentThread thread,
      Set<UUID> partners,
      Set<String> mentioned,
      Account author) {
    Set<UUID> named = new HashSet<>(ColleagueTable.readers(handle, thread.target(), mentioned));
    named.remove(author.id());
    named.forEach(person -> tell(handle, Occasion.MENTIONED, person, thread, author));
    partners.stream()
        .filter(person -> !named.contains(person) && !person.equals(author.id()))
        .forEach(person -> tell(handle, Occasion.ANSWERED, person, thread, author));
  }

  private void tell(
      Handle handle, Occasion occasion, UUID person, CommentThread thread, Account author) {
    Notifier.tell(
        handle,
        occasion,
        person,
        thread.target(),
        thread.segment(),
        author.displayName(),
        clock.instant());
  }

  /** Where something was said, never what. */
  private void log(Handle handle, CommentThread thread, String type, Account actor) {
    Integer segment = thread.segment();
    events.append(
        handle,
        thread.target(),
        type,
        actor.displayName(),
        segment == null
            ? Map.of("thread", thread.id().toString())
            : Map.of("thread", thread.id().toString(), "index", segment));
  }
}
