package io.haidang.bench.cluster;

import java.io.IOException;
import java.util.stream.Stream;

/** A process that may be killed and started again. */
interface Killable {

  String name();

  /** Seconds of the processor that it and the processes it started have had since it began. */
  double processorSeconds();

  /** That of a process and of those below it that still run. */
  static double processorSeconds(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(handle -> handle.info().totalCpuDuration().stream())
        .mapToDouble(time -> time.toNanos() / 1e9)
        .sum();
  }

  /** SIGKILL: nothing in the process gets a chance to tidy up. */
  void kill();

  /** Starts it, and waits until it is ready. */
  void start() throws IOException, InterruptedException;
}
