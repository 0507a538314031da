package io.haidang.gateway.report;

import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.report.MonthlyReport.Line;
import io.haidang.gateway.report.ProductRow.Segments;
import io.haidang.gateway.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reports of months, read anew each time from the log of events and the products as they are now. A
 * product counts in the month of its first sign-off, whatever happens to it later; the findings and
 * changed segments are those that it has now.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Reports {

  private static final String SEGMENTS =
      " (select count(*) from segment s where s.target_id = t.id";

  private static final String ROWS =
      "select * from (select t.id, t.language, t.form, o.office,"
          + " (select min(e.at) from event e where e.target_id = t.id) as asked,"
          + " (select min(e.at) from event e where e.target_id = t.id"
          + " and e.type = 'target-approved') as approved,"
          + " (select min(p.at) from publication p where p.target_id = t.id) as published,"
          + " (select count(*) from notice n where n.target_id = t.id and n.kind = 'WITHDRAWAL'"
          + " and n.at >= :from and n.at < :until) as withdrawn,"
          + " (select count(*) from notice n where n.target_id = t.id and n.kind = 'CORRECTION'"
          + " and n.at >= :from and n.at < :until) as corrected,"
          + SEGMENTS
          + ") as segments,"
          + SEGMENTS
          + " and s.target <> s.machine) as changed,"
          + SEGMENTS
          + " and s.errors > 0) as errors,"
          + SEGMENTS
          + " and s.warnings > 0) as warnings,"
          + SEGMENTS
          + " and (s.findings like '%\"term-missing\"%' or s.findings like '%\"term-forbidden\"%'))"
          + " as names"
          + " from target t join asset a on a.id = t.asset_id join story o on o.id = a.story_id"
          + " where exists (select 1 from event e where e.target_id = t.id"
          + " and e.at >= :from and e.at < :until)) q"
          + " where ((q.approved >= :from and q.approved < :until)"
          + " or (q.published >= :from and q.published < :until)"
          + " or q.withdrawn > 0 or q.corrected > 0)";

  private final Database database;

  public Reports(Database database) {
    this.database = database;
  }

  /** The report of a month of the whole house; one without anything has no lines. */
  public MonthlyReport of(YearMonth month) {
    return of(month, "");
  }

  /**
   * The report of a month of one office.
   *
   * @param office its name; empty for all
   */
  public MonthlyReport of(YearMonth month, String office) {
    Instant from = start(month);
    Instant until = start(month.plusMonths(1));
    List<ProductRow> all = database.jdbi().withHandle(handle -> rows(handle, from, until));
    List<ProductRow> rows =
        all.stream().filter(row -> office.isEmpty() || row.office().equals(office)).toList();
    return new MonthlyReport(
        month,
        office,
        lines(rows),
        engines(rows),
        ProductRow.figures(rows),
        all.stream().map(ProductRow::office).distinct().sorted().toList());
  }

  private static List<ProductRow> rows(Handle handle, Instant from, Instant until) {
    List<ProductRow> rows =
        handle
            .createQuery(ROWS)
            .bind("from", from.atZone(Office.ZONE).toOffsetDateTime())
            .bind("until", until.atZone(Office.ZONE).toOffsetDateTime())
            .map((row, context) -> row(row, from, until))
            .list();
    Map<UUID, Locale> made =
        rows.stream()
            .filter(row -> row.approved() != null)
            .collect(Collectors.toMap(ProductRow::id, ProductRow::language));
    Map<UUID, Map<String, MadeWords>> words = MadeWords.of(handle, made);
    return rows.stream().map(row -> row.with(words.getOrDefault(row.id(), Map.of()))).toList();
  }

  private static List<EngineLine> engines(List<ProductRow> rows) {
    Map<String, EngineLine> lines = new TreeMap<>();
    for (ProductRow row : rows) {
      for (MadeWords words : row.words().values()) {
        String key = String.join("\n", words.engine(), Key.of(row).toString());
        lines.merge(key, line(row, words), Reports::together);
      }
    }
    return List.copyOf(lines.values());
  }

  private static EngineLine line(ProductRow row, MadeWords words) {
    return new EngineLine(
        words.engine(),
        row.language(),
        row.office(),
        row.form(),
        words.segments(),
        words.changed(),
        words.edited());
  }

  private static EngineLine together(EngineLine one, EngineLine other) {
    return new EngineLine(
        one.engine(),
        one.language(),
        one.office(),
        one.form(),
        one.segments() + other.segments(),
        one.changed() + other.changed(),
        one.edited().plus(other.edited()));
  }

  /** When a month begins for the office. */
  public static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(Office.ZONE).toInstant();
  }

  private static List<Line> lines(List<ProductRow> rows) {
    Map<Key, List<ProductRow>> groups =
        rows.stream().collect(Collectors.groupingBy(Key::of, TreeMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .map(
            group -> {
              ProductRow first = group.getValue().get(0);
              return new Line(
                  first.language(),
                  first.office(),
                  first.form(),
                  ProductRow.figures(group.getValue()));
            })
        .toList();
  }

  private record Key(String language, String office, String form) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::language).thenComparing(Key::office).thenComparing(Key::form);

    static Key of(ProductRow row) {
      return new Key(row.language().toLanguageTag(), row.office(), row.form().id());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private static ProductRow row(ResultSet row, Instant from, Instant until) throws SQLException {
    Instant approved = within(instant(row, "approved"), from, until);
    Instant asked = instant(row, "asked");
    return new ProductRow(
        row.getObject("id", UUID.class),
        Locale.forLanguageTag(row.getString("language")),
        row.getString("office"),
        new ProductForm(row.getString("form")),
        asked == null ? from : asked,
        approved,
        within(instant(row, "published"), from, until) != null,
        row.getInt("withdrawn"),
        row.getInt("corrected"),
        new Segments(
            row.getInt("segments"),
            row.getInt("changed"),
            row.getInt("errors"),
            row.getInt("warnings"),
            row.getInt("names")),
        Map.of());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable Instant within(@Nullable Instant at, Instant from, Instant until) {
    return at == null || at.isBefore(from) || !at.isBefore(until) ? null : at;
  }
}
