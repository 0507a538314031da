package io.haidang.gateway.doctor;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.DatabaseState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether the database can be reached, fits this version, and agrees about the time. */
final class DatabaseCheckup implements Checkup {

  private static final String NAME = "database";
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final GatewayConfig config;
  private final Clock clock;

  DatabaseCheckup(GatewayConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public List<Finding> examine() {
    DatabaseState state =
        DatabaseState.of(
            config.databaseUrl(), config.databaseUser(), config.databasePassword(), clock);
    List<Finding> findings = new ArrayList<>();
    findings.add(finding(state));
    if (state.condition() == DatabaseState.Condition.REACHED) {
      findings.add(time(state.skew()));
    }
    return findings;
  }

  private static Finding finding(DatabaseState state) {
    return switch (state.condition()) {
      case ABSENT -> Finding.ok(NAME, "will be made at the first start");
      case IN_USE ->
          Finding.ok(NAME, "in use by a running process, as it should be while it serves");
      case REACHED -> reached(state);
      case NEWER ->
          Finding.fault(
              NAME,
              "made by a newer version of Hải Đăng",
              "run that version, or restore a backup that this one has made");
      case UNREACHABLE ->
          Finding.fault(
              NAME,
              "cannot be opened: " + state.reason(),
              "PostgreSQL: is it running, are database.url, user and password right? Embedded: is"
                  + " the file whole, or is a backup at hand?");
    };
  }

  private static Finding reached(DatabaseState state) {
    return Finding.ok(
        NAME,
        state.pending() == 0
            ? state.product() + ", up to date"
            : state.product() + ", to be brought up to date at the next start: " + state.pending());
  }

  private static Finding time(Duration skew) {
    String what = "differs from the database's by " + skew.toMillis() + " ms";
    return skew.abs().compareTo(SKEW) > 0
        ? Finding.warning("clock", what, "let both machines take the time from one place (NTP)")
        : Finding.ok("clock", what);
  }
}
