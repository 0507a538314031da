package io.haidang.gateway.usage;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.QuietFault;
import io.haidang.gateway.store.Database;
import io.haidang.models.remote.UsageRecorder;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every call to a provider in SQL, and adds them up.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class UsageBooks implements UsageRecorder {

  private static final Logger LOG = LoggerFactory.getLogger(UsageBooks.class);

  private static final int DAYS_OF_HEALTH = 30;

  private final Database database;
  private final Clock clock;

  public UsageBooks(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A call that cannot be booked is told to the log; its answer is not lost for that. */
  @Override
  public void record(Usage usage) {
    try {
      insert(usage);
    } catch (RuntimeException e) {
      LOG.warn("a call to {} could not be booked", usage.provider(), QuietFault.of(e));
    }
  }

  private void insert(Usage usage) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into provider_call (at, provider, model, account, work,"
                            + " input_tokens, output_tokens, cost_micros, latency_millis, outcome)"
                            + " values (:at, :provider, :model, :account, :work, :input, :output,"
                            + " :cost, :latency, :outcome)")
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("provider", usage.provider())
                    .bind("model", usage.model())
                    .bind("account", usage.office())
                    .bind("work", usage.work())
                    .bind("input", usage.inputTokens())
                    .bind("output", usage.outputTokens())
                    .bind("cost", usage.costMicros())
                    .bind("latency", usage.latencyMillis())
                    .bind("outcome", PublicName.of(usage.outcome()))
                    .execute());
  }

  /**
   * The calls of a period, added up by a column; the dearest first, and their total.
   *
   * @param from the first day that counts, in UTC
   * @param to the last one
   */
  public UsageReport report(LocalDate from, LocalDate to, UsageReport.Column by) {
    List<UsageReport.Line> lines =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select "
                                + by.column()
                                + " as name, count(*) as calls,"
                                + " sum(case when outcome = 'answered' then 0 else 1 end) as failed,"
                                + " sum(input_tokens) as input, sum(output_tokens) as output,"
                                + " sum(cost_micros) as cost, sum(latency_millis) as latency"
                                + " from provider_call where at >= :from and at < :to group by "
                                + by.column()
                                + " order by cost desc, calls desc, name")
                        .bind("from", from.atStartOfDay().atOffset(ZoneOffset.UTC))
                        .bind("to", to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                        .map(
                            (row, context) ->
                                new UsageReport.Line(
                                    row.getString("name"),
                                    row.getLong("calls"),
                                    row.getLong("failed"),
                                    row.getLong("input"),
                                    row.getLong("output"),
                                    row.getLong("cost"),
                                    row.getLong("latency")))
                        .list());
    return new UsageReport(lines);
  }

  /** How each provider has answered within the last month; those that nobody asked are left out. */
  public Map<String, ProviderHealth> health() {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select provider, max(case when outcome = 'answered' then at end) as answered,"
                            + " max(case when outcome <> 'answered' then at end) as failed,"
                            + " avg(case when outcome = 'answered' and at >= :day"
                            + " then latency_millis end) as latency"
                            + " from provider_call where at >= :month group by provider")
                    .bind("day", now.minusDays(1))
                    .bind("month", now.minusDays(DAYS_OF_HEALTH))
                    .map((row, context) -> Map.entry(row.getString("provider"), health(row)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static ProviderHealth health(ResultSet row) throws SQLException {
    BigDecimal latency = row.getBigDecimal("latency");
    return new ProviderHealth(
        instant(row.getObject("answered", OffsetDateTime.class)),
        instant(row.getObject("failed", OffsetDateTime.class)),
        latency == null ? null : latency.longValue());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
