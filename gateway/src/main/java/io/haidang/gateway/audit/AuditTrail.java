package io.haidang.gateway.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.report.Csv;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.store.Json;
import io.haidang.gateway.store.Like;
import io.haidang.translation.review.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when. Administrators read it all; auditors what their own office and the whole
 * house did. Each reading is an entry of its own.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class AuditTrail {

  /** Entries of a page. */
  public static final int PAGE = 50;

  /** Rows of a CSV file; whoever wants more asks for a shorter time. */
  public static final int MOST_ROWS = 50_000;

  private static final List<String> COLUMNS =
      List.of("at", "area", "type", "actor", "subject", "title", "office");

  private static final Role[] READERS = {Role.AUDITOR, Role.ADMIN};

  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private static final Map<Area, String> LOGS =
      Map.of(
          Area.TEXT,
          "select e.id, e.type, e.actor, e.at, cast(e.target_id as varchar(40)) as subject,"
              + " s.title, s.office, e.data from event e join target t on t.id = e.target_id"
              + " join asset a on a.id = t.asset_id join story s on s.id = a.story_id",
          Area.NAME,
          "select e.id, e.type, e.actor, e.at, e.concept_id as subject, e.concept_id as title,"
              + " cast(null as varchar(100)) as office, '' as data from term_event e",
          Area.CAMPAIGN,
          "select e.id, e.type, e.actor, e.at, cast(e.campaign_id as varchar(40)) as subject,"
              + " c.concept_id as title, cast(null as varchar(100)) as office, '' as data"
              + " from campaign_event e join campaign c on c.id = e.campaign_id",
          Area.ACCOUNT,
          "select e.id, e.type, e.actor, e.at, cast(e.account_id as varchar(40)) as subject,"
              + " a.display_name as title, a.office, '' as data"
              + " from account_event e join account a on a.id = e.account_id",
          Area.RETENTION,
          "select e.id, e.type, e.actor, e.at, coalesce(cast(e.story_id as varchar(40)), '')"
              + " as subject, coalesce(s.title, cast(e.story_id as varchar(40)), '') as title,"
              + " e.office, e.data from retention_event e left join story s on s.id = e.story_id",
          Area.OFFICE,
          "select e.id, 'office-renamed' as type, e.actor, e.at, e.to_name as subject,"
              + " e.from_name || ' → ' || e.to_name as title,"
              + " cast(null as varchar(100)) as office, '' as data from office_change e",
          Area.ENGINE,
          "select e.id, e.type, e.actor, e.at, e.subject, e.subject as title,"
              + " cast(null as varchar(100)) as office, '' as data from engine_event e",
          Area.AUDIT,
          "select e.id, 'audit-read' as type, a.display_name as actor, e.at,"
              + " cast(e.account_id as varchar(40)) as subject, e.question as title, a.office,"
              + " '' as data from audit_reading e join account a on a.id = e.account_id");

  private static final String CONDITION =
      "(:actor = '' or lower(q.actor) like :actorPart escape '!')"
          + " and (:subject = '' or lower(q.title) like :subjectPart escape '!'"
          + " or q.subject = :subject)"
          + " and q.at >= :from and q.at < :until"
          + " and (:machine = true or (q.actor <> '"
          + EventLog.WORKER
          + "' and q.type <> 'BUNDLED'))"
          + " and (:all = true or q.office is null or q.office = :office)";

  private static final OffsetDateTime BEGINNING =
      OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final OffsetDateTime END = BEGINNING.plusYears(8_000);

  private final Database database;
  private final Clock clock;

  public AuditTrail(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A page of what was found, newest first.
   *
   * @param more whether there are older entries
   */
  public record Found(List<AuditEntry> entries, boolean more) {

    public Found {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Looks for entries, and notes that somebody did.
   *
   * @param page from 1
   * @throws io.haidang.gateway.GatewayException {@code not-permitted} unless {@code reader} is an
   *     administrator or an auditor
   */
  public Found search(AuditQuery query, int page, Account reader) {
    List<AuditEntry> found = read(query, (page - 1) * PAGE, PAGE + 1, reader);
    return new Found(found.subList(0, Math.min(PAGE, found.size())), found.size() > PAGE);
  }

  /**
   * The same as CSV (RFC 4180), at most {@link #MOST_ROWS}.
   *
   * @throws io.haidang.gateway.GatewayException as {@link #search}
   */
  public String csv(AuditQuery query, Account reader) {
    return Csv.table(COLUMNS, read(query, 0, MOST_ROWS, reader).stream().map(AuditTrail::row));
  }

  private static String row(AuditEntry entry) {
    return Csv.row(
        entry.at().toString(),
        PublicName.of(entry.area()),
        Csv.quoted(entry.type()),
        Csv.quoted(entry.actor()),
        Csv.quoted(entry.subject()),
        Csv.quoted(entry.title()),
        Csv.quoted(entry.office() == null ? "" : entry.office()));
  }

  /** Whether somebody may read the audit. */
  public static boolean mayRead(Account reader) {
    return reader.hasAny(READERS);
  }

  /**
   * Lets those pass who may read the audit.
   *
   * @throws io.haidang.gateway.GatewayException {@code not-permitted}
   */
  public static void requireReader(Account reader) {
    reader.requireAny(READERS);
  }

  private List<AuditEntry> read(AuditQuery query, int offset, int limit, Account reader) {
    requireReader(reader);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              List<AuditEntry> found = select(handle, query, offset, limit, reader);
              handle.execute(
                  "insert into audit_reading (account_id, at, question) values (?, ?, ?)",
                  reader.id(),
                  clock.instant().atOffset(ZoneOffset.UTC),
                  question(query));
              return found;
            });
  }

  /** What was looked for, in short; the areas and days only, since a name is nobody's business. */
  private static String question(AuditQuery query) {
    return (query.area() == null ? "all" : PublicName.of(query.area()))
        + " "
        + (query.from() == null ? "" : query.from())
        + ".."
        + (query.until() == null ? "" : query.until());
  }

  private static List<AuditEntry> select(
      Handle handle, AuditQuery query, int offset, int limit, Account reader) {
    String logs =
        Stream.of(Area.values())
            .filter(area -> query.area() == null || query.area() == area)
            .map(AuditTrail::branch)
            .collect(Collectors.joining(" union all "));
    Query select =
        handle
            .createQuery(
                "select * from ("
                    + logs
                    + ") found order by found.at desc, found.area, found.id desc"
                    + " limit :limit offset :offset")
            .bind("upto", offset + limit)
            .bind("limit", limit)
            .bind("offset", offset);
    return bind(select, query, reader).map((row, context) -> entry(row)).list();
  }

  /** The newest of each log are enough for the newest of all. */
  private static String branch(Area area) {
    return "(select '"
        + area.name()
        + "' as area, q.* from ("
        + LOGS.get(area)
        + ") q where "
        + CONDITION
        + " order by q.at desc, q.id desc limit :upto)";
  }

  private static Query bind(Query select, AuditQuery query, Account reader) {
    return select
        .bind("actor", query.actor())
        .bind("actorPart", Like.containing(query.actor()))
        .bind("subject", query.subject())
        .bind("subjectPart", Like.containing(query.subject()))
        .bind("from", start(query.from(), BEGINNING))
        .bind("until", start(query.until() == null ? null : query.until().plusDays(1), END))
        .bind("machine", query.machine())
        .bind("all", reader.has(Role.ADMIN))
        .bind("office", reader.office().name());
  }

  private static OffsetDateTime start(@Nullable LocalDate day, OffsetDateTime otherwise) {
    return day == null ? otherwise : day.atStartOfDay(Office.ZONE).toOffsetDateTime();
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        Area.valueOf(row.getString("area")),
        row.getString("type").toLowerCase(Locale.ROOT).replace('_', '-'),
        row.getString("actor"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("subject"),
        row.getString("title"),
        row.getString("office"),
        places(row.getString("data")));
  }

  private static Map<String, Integer> places(String data) {
    Map<String, Integer> places = new HashMap<>();
    if (!data.isEmpty()) {
      Json.read(data, DATA)
          .forEach(
              (name, value) -> {
                if (value instanceof Integer number) {
                  places.put(name, number);
                }
              });
    }
    return places;
  }
}
