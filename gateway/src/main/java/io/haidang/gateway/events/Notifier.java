package io.haidang.gateway.events;

import io.haidang.gateway.auth.Office;
import io.haidang.gateway.auth.StoryReaders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Notes down what people are told, in the transaction of what happened; nobody is told of a text
 * that is not for them, nor of what they do themselves, nor of what they want to hear nothing of.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class Notifier {

  /** Letters of those who want one a day. */
  static final LocalTime MORNING = LocalTime.of(7, 30);

  /** What happens at once goes into one letter. */
  static final Duration GATHERING = Duration.ofMinutes(1);

  private static final String ADD =
      "insert into notification"
          + " (account_id, occasion, target_id, segment, actor, at, mail_due_at)"
          + " select o.id, :occasion, t.id, :segment, :actor, :now,"
          + " case when c.way = 'MAIL' and m.pace = 'DAILY' then cast(:morning as timestamp with"
          + " time zone) when c.way = 'MAIL' and m.pace = 'AT_ONCE' then cast(:soon as timestamp"
          + " with time zone) end"
          + " from target t join asset a on a.id = t.asset_id join story s on s.id = a.story_id"
          + " join account o on o.closed_at is null"
          + " left join notification_choice c"
          + " on c.account_id = o.id and c.occasion = :occasion"
          + " left join mail_address m on m.account_id = o.id"
          + " where t.id = :target and coalesce(c.way, 'PAGE') <> 'NONE' and "
          + StoryReaders.condition("s", "o");

  /** Whoever handed the text in or answers for its story; a namesake of the actor is told, too. */
  private static final String AUTHORS =
      " and (o.id = a.author_id or o.id = s.owner_id)"
          + " and (o.display_name <> :actor or 1 < (select count(*) from account n"
          + " where n.display_name = :actor and n.closed_at is null))"
          + " and not exists (select 1 from notification seen where seen.account_id = o.id"
          + " and seen.target_id = t.id and seen.occasion = :occasion and seen.occasion = 'STALE'"
          + " and seen.read_at is null)";

  private static final String PERSON = " and o.id = :person";

  private Notifier() {}

  /** Tells whoever handed a text in of an entry of its log. */
  static void tellAuthors(
      Handle handle, Occasion occasion, UUID target, String actor, OffsetDateTime now) {
    bind(handle.createUpdate(ADD + AUTHORS), occasion, target, null, actor, now.toInstant())
        .execute();
  }

  /**
   * Tells one person, unless the text is not for them.
   *
   * @param segment counted from 0; null for the whole text
   * @param actor display name of whoever did it
   */
  public static void tell(
      Handle handle,
      Occasion occasion,
      UUID person,
      UUID target,
      @Nullable Integer segment,
      String actor,
      Instant now) {
    bind(handle.createUpdate(ADD + PERSON), occasion, target, segment, actor, now)
        .bind("person", person)
        .execute();
  }

  private static Update bind(
      Update update,
      Occasion occasion,
      UUID target,
      @Nullable Integer segment,
      String actor,
      Instant now) {
    return update
        .bind("occasion", occasion.name())
        .bind("target", target)
        .bindByType("segment", segment, Integer.class)
        .bind("actor", actor)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("morning", morning(now).atOffset(ZoneOffset.UTC))
        .bind("soon", now.plus(GATHERING).atOffset(ZoneOffset.UTC));
  }

  /** The next morning letter. */
  private static Instant morning(Instant now) {
    ZonedDateTime local = now.atZone(Office.ZONE);
    ZonedDateTime today = local.with(MORNING);
    return (today.isAfter(local) ? today : today.plusDays(1)).toInstant();
  }
}
