package io.haidang.gateway.events;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.store.Json;
import io.haidang.translation.review.TargetState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Writes and reads the log; there is no way to change or remove an entry, which goes with its text
 * only.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class EventLog {

  /** Stands for the system itself where a person's name would be. */
  public static final String WORKER = "worker";

  /** A draft was handed in; its translation has the state {@code DRAFT}. */
  public static final String CREATED = "target-created";

  /** A worker has begun, or begun again; the state is {@code MACHINE}. */
  public static final String STARTED = "translation-started";

  /** An engine is busy or away; the next try has its time. */
  public static final String WAITING = "translation-waiting";

  /** A product no longer says what its story says; the most telling reason goes along. */
  public static final String STALE = "product-stale";

  /** A person has a stale product made anew. */
  public static final String REMADE = "product-remade";

  /** A person says that a stale product still says what is right. */
  public static final String KEPT = "product-kept";

  /** The spokesperson has cleared a product as it is worded. */
  public static final String CLEARED = "product-cleared";

  /** What was delivered of a product was taken back. */
  public static final String WITHDRAWN = "product-withdrawn";

  /** The public was told what was put right in a product. */
  public static final String CORRECTED = "correction-noted";

  /** A rename campaign has put the new name in. */
  public static final String RENAMED = "name-replaced";

  /** Somebody has taken a passage of a product for another text. */
  public static final String REUSED = "passage-reused";

  /** Somebody has said something about a text, or about a segment of it. */
  public static final String COMMENTED = "comment-added";

  /** What was said is done with. */
  public static final String THREAD_RESOLVED = "thread-resolved";

  /** What was said is not done with after all. */
  public static final String THREAD_REOPENED = "thread-reopened";

  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private final Clock clock;

  public EventLog(Clock clock) {
    this.clock = clock;
  }

  /**
   * Appends in the transaction of {@code handle}, so that the entry stands or falls with the
   * change, and so does what people and programs are told of it.
   */
  public void append(Handle handle, UUID target, String type, String actor, Map<String, ?> data) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    Update insert =
        handle
            .createUpdate(
                "insert into event (target_id, type, actor, at, data)"
                    + " values (:target, :type, :actor, :at, :data)")
            .bind("target", target)
            .bind("type", type)
            .bind("actor", actor)
            .bind("at", now)
            .bind("data", Json.write(data));
    Optional<Milestone> milestone = Milestone.of(type, actor);
    if (milestone.isPresent()) {
      long id = insert.executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
      Outbox.add(handle, id, target, milestone.get(), now);
    } else {
      insert.execute();
    }
    Occasion.of(type)
        .ifPresent(occasion -> Notifier.tellAuthors(handle, occasion, target, actor, now));
  }

  /**
   * Appends that a target has come to {@code state}; the type of the entry is {@code target-} and
   * the state, such as {@code target-in-review}.
   */
  public void appendState(
      Handle handle, UUID target, TargetState state, String actor, Map<String, ?> data) {
    append(handle, target, "target-" + PublicName.of(state), actor, data);
  }

  /** Oldest first. */
  public List<Event> of(Handle handle, UUID target) {
    return handle
        .createQuery("select * from event where target_id = :target order by id")
        .bind("target", target)
        .map((row, context) -> event(row))
        .list();
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong("id"),
        row.getObject("target_id", UUID.class),
        row.getString("type"),
        row.getString("actor"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Json.read(row.getString("data"), DATA));
  }
}
