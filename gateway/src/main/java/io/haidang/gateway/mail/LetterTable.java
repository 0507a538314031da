package io.haidang.gateway.mail;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.events.Occasion;
import io.haidang.gateway.inbox.MailAddress;
import io.haidang.gateway.inbox.Pace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Letters in SQL. */
final class LetterTable {

  /** Nobody wants to hear by mail of what happened before; there was no server then. */
  private static final Duration NEWS = Duration.ofDays(3);

  private LetterTable() {}

  /** Whether there is anything to do. */
  static boolean isAnythingDue(Handle handle, Instant now) {
    return handle
            .createQuery(
                "select (select count(*) from notification where mail_due_at <= :now)"
                    + " + (select count(*) from letter where state = 'WAITING'"
                    + " and due_at <= :now)")
            .bind("now", time(now))
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /** Puts everything that is due and was not read into one letter for each person. */
  static void gather(Handle handle, Instant now) {
    handle.execute(
        "update notification set mail_due_at = null where mail_due_at <= ?"
            + " and (read_at is not null or at < ?)",
        time(now),
        time(now.minus(NEWS)));
    List<UUID> people =
        handle
            .createQuery("select distinct account_id from notification where mail_due_at <= :now")
            .bind("now", time(now))
            .mapTo(UUID.class)
            .list();
    for (UUID person : people) {
      UUID letter = UUID.randomUUID();
      handle.execute(
          "insert into letter (id, account_id, state, tries, due_at, created_at)"
              + " values (?, ?, 'WAITING', 0, ?, ?)",
          letter,
          person,
          time(now),
          time(now));
      handle.execute(
          "update notification set mail_due_at = null, letter_id = ?"
              + " where account_id = ? and mail_due_at <= ?",
          letter,
          person,
          time(now));
    }
  }

  /** The letter that is tried next; least tried first, then the oldest. */
  static Optional<Errand> next(Handle handle, Instant now) {
    return handle
        .createQuery(
            "select l.*, m.address, m.pace, m.language from letter l"
                + " join account o on o.id = l.account_id"
                + " left join mail_address m on m.account_id = o.id and o.closed_at is null"
                + " where l.state = 'WAITING' and l.due_at <= :now"
                + " order by l.tries, l.created_at, l.id limit 1")
        .bind("now", time(now))
        .map((row, context) -> errand(row, news(handle, row.getObject("id", UUID.class))))
        .findOne();
  }

  private static Errand errand(ResultSet row, List<Errand.News> news) throws SQLException {
    String address = row.getString("address");
    return new Errand(
        row.getObject("id", UUID.class),
        row.getInt("tries"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        address == null
            ? null
            : new MailAddress(
                address,
                Pace.valueOf(row.getString("pace")),
                Locale.forLanguageTag(row.getString("language"))),
        news);
  }

  private static List<Errand.News> news(Handle handle, UUID letter) {
    return handle
        .createQuery(
            "select n.id, n.occasion, a.title, s.sensitivity from notification n"
                + " join target t on t.id = n.target_id join asset a on a.id = t.asset_id"
                + " join story s on s.id = a.story_id where n.letter_id = :letter order by n.id")
        .bind("letter", letter)
        .map(
            (row, context) ->
                new Errand.News(
                    row.getLong("id"),
                    Occasion.valueOf(row.getString("occasion")),
                    Sensitivity.valueOf(row.getString("sensitivity")) == Sensitivity.PUBLIC
                        ? row.getString("title")
                        : ""))
        .list();
  }

  static void end(
      Handle handle, UUID letter, Letter.State state, int tries, Outcome outcome, Instant now) {
    handle.execute(
        "update letter set state = ?, tries = ?, outcome = ?, done_at = ? where id = ?",
        state.name(),
        tries,
        outcome.name(),
        time(now),
        letter);
  }

  static void postpone(Handle handle, UUID letter, int tries, Outcome outcome, Instant dueAt) {
    handle.execute(
        "update letter set tries = ?, outcome = ?, due_at = ? where id = ?",
        tries,
        outcome.name(),
        time(dueAt),
        letter);
  }

  /** Has a letter sent again that was given up; 0 when there is none such. */
  static int replay(Handle handle, UUID letter, Instant now) {
    return handle.execute(
        "update letter set state = 'WAITING', tries = 0, due_at = ?, done_at = null"
            + " where id = ? and state = 'DEAD'",
        time(now),
        letter);
  }

  /** Forgets what ended before {@code then}. */
  static void deleteEndedBefore(Handle handle, Instant then) {
    handle.execute(
        "update notification set letter_id = null where letter_id in"
            + " (select id from letter where done_at < ?)",
        time(then));
    handle.execute("delete from letter where done_at < ?", time(then));
  }

  /** The latest first. */
  static List<Letter> page(Handle handle, Letter.@Nullable State state, int offset, int limit) {
    return handle
        .createQuery(
            "select l.*, o.login from letter l join account o on o.id = l.account_id"
                + " where l.state in (<states>)"
                + " order by l.created_at desc, l.id limit :limit offset :offset")
        .bindList(
            "states", state == null ? List.of("WAITING", "SENT", "DEAD") : List.of(state.name()))
        .bind("limit", limit)
        .bind("offset", offset)
        .map((row, context) -> letter(row))
        .list();
  }

  /** How many letters are in each state; states without any are left out. */
  static Map<Letter.State, Long> counts(Handle handle) {
    return handle
        .createQuery("select state, count(*) as many from letter group by state")
        .map(
            (row, context) ->
                Map.entry(Letter.State.valueOf(row.getString("state")), row.getLong("many")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Letter letter(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return new Letter(
        row.getObject("id", UUID.class),
        row.getString("login"),
        Letter.State.valueOf(row.getString("state")),
        row.getInt("tries"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        outcome == null ? null : Outcome.valueOf(outcome));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
