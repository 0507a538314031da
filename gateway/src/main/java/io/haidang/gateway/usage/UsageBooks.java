package io.haidang.gateway.usage;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.QuietFault;
import io.haidang.gateway.store.Database;
import io.haidang.models.remote.UsageRecorder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every call to a provider in SQL, and adds them up.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class UsageBooks implements UsageRecorder {

  private static final Logger LOG = LoggerFactory.getLogger(UsageBooks.class);

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
}
