package io.haidang.gateway.cli;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.usage.UsageBooks;
import io.haidang.gateway.usage.UsageReport;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What calls to providers used and cost. */
@Command(
    name = "usage",
    description = "Print what calls to providers used and cost, the dearest first.",
    footer = {
      "Costs are in the currency of the configured prices. Days are those of UTC.",
      "With the embedded database the server has to be stopped meanwhile."
    },
    mixinStandardHelpOptions = true)
final class UsageCommand extends ConfiguredCommand implements Callable<Integer> {

  @Option(
      names = "--from",
      paramLabel = "YYYY-MM-DD",
      description = "The first day (default: the first of the month of --to).")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "YYYY-MM-DD", description = "The last day (default: today).")
  private LocalDate to = LocalDate.now(ZoneOffset.UTC);

  @Option(
      names = "--by",
      paramLabel = "COLUMN",
      defaultValue = "provider",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private UsageReport.Column by = UsageReport.Column.PROVIDER;

  @Override
  public Integer call() {
    LocalDate start = from == null ? to.withDayOfMonth(1) : from;
    if (start.isAfter(to)) {
      throw new CommandFailure("--from: " + start + " (expected: not after " + to + ")");
    }
    print(report(start), start);
    return 0;
  }

  private UsageReport report(LocalDate start) {
    GatewayConfig config = config();
    try (Database database = open(config)) {
      return new UsageBooks(database, Clock.systemUTC()).report(start, to, by);
    }
  }

  private void print(UsageReport report, LocalDate start) {
    PrintWriter out = out();
    out.println("Calls to providers, " + start + " to " + to);
    String column = by.name().toLowerCase(Locale.ROOT);
    out.printf(
        "%-28s %8s %8s %12s %12s %12s %9s%n",
        column, "calls", "failed", "tokens in", "tokens out", "cost", "average");
    report.lines().forEach(line -> print(out, line));
    print(out, report.total());
    out.flush();
  }

  private static void print(PrintWriter out, UsageReport.Line line) {
    out.printf(
        Locale.ROOT,
        "%-28s %8d %8d %12d %12d %12.4f %6d ms%n",
        line.name(),
        line.calls(),
        line.failed(),
        line.inputTokens(),
        line.outputTokens(),
        line.costMicros() / 1e6,
        line.averageMillis());
  }
}
