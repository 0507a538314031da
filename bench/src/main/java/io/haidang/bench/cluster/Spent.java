package io.haidang.bench.cluster;

import java.util.stream.DoubleStream;

/**
 * Seconds of the processor by kind of process.
 *
 * @param postgres of the server and all its processes
 */
record Spent(double gateways, double workers, double postgres) {

  /** Since the processes began. */
  static Spent now(Processes processes) {
    int gateways = processes.gateways().size();
    return new Spent(
        sum(processes.nodes().stream().limit(gateways).mapToDouble(Killable::processorSeconds)),
        sum(processes.nodes().stream().skip(gateways).mapToDouble(Killable::processorSeconds)),
        processes.postgres().processorSeconds());
  }

  private static double sum(DoubleStream seconds) {
    return seconds.sum();
  }

  Spent since(Spent before) {
    return new Spent(
        gateways - before.gateways, workers - before.workers, postgres - before.postgres);
  }

  Spent times(double factor) {
    return new Spent(gateways * factor, workers * factor, postgres * factor);
  }

  Spent plus(Spent other) {
    return new Spent(gateways + other.gateways, workers + other.workers, postgres + other.postgres);
  }
}
