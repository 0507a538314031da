package io.haidang.bench.cluster;

import java.util.Locale;

/**
 * What a day of so many drafts needs. Of each draft there is one review, {@value #READS} pages that
 * somebody reads, and {@value #SENTENCES} sentences that portals ask for, of which {@value #FRESH}
 * are new. A fifth of a day's work comes in its busiest hour.
 */
record Forecast(int draftsADay, Costs costs) {

  static final int READS = 20;
  static final int SENTENCES = 40;
  static final int FRESH = 8;

  private static final double BUSIEST_HOUR = 0.2;
  private static final int SECONDS_AN_HOUR = 3_600;
  private static final int DAYS_A_YEAR = 250;

  /** Above it, waiting grows faster than work. */
  private static final double LOAD = 0.7;

  /** Processors that are busy in the busiest hour. */
  Spent busy() {
    return costs
        .draft()
        .plus(costs.review())
        .plus(costs.sentence().times(FRESH))
        .plus(costs.known().times(SENTENCES - FRESH))
        .plus(costs.read().times(READS))
        .times(draftsADay * BUSIEST_HOUR / SECONDS_AN_HOUR);
  }

  double gigabytesAYear() {
    return costs.draftBytes() * draftsADay * DAYS_A_YEAR / 1e9;
  }

  /** A line of the table, with processors as they have to be bought. */
  String line() {
    Spent needed = busy().times(1 / LOAD);
    return String.format(
        Locale.ROOT,
        "| %,d | %.2f | %.2f | %.2f | %.1f |",
        draftsADay,
        needed.gateways(),
        needed.workers(),
        needed.postgres(),
        gigabytesAYear());
  }
}
