package io.haidang.gateway.doctor;

import io.haidang.gateway.traces.TraceSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether the collector of traces, if there is one, can be reached. Sends nothing. */
final class CollectorCheckup implements Checkup {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Optional<TraceSettings> traces;

  CollectorCheckup(Optional<TraceSettings> traces) {
    this.traces = traces;
  }

  @Override
  public List<Finding> examine() {
    return traces.map(settings -> reach(Neighbour.at(settings.endpoint()))).stream().toList();
  }

  private static Finding reach(Neighbour collector) {
    String what = "collector at " + collector;
    return collector.answers(PATIENCE)
        ? Finding.ok("traces", what + " can be reached")
        : Finding.warning(
            "traces",
            what + " cannot be reached",
            "look at traces.endpoint, the firewall and the collector; traces are dropped meanwhile");
  }
}
