package io.haidang.bench.cluster;

import java.io.IOException;

/** A process that may be killed and started again. */
interface Killable {

  String name();

  /** Seconds of the processor that it and the processes it started have had since it began. */
  double processorSeconds();

  /** SIGKILL: nothing in the process gets a chance to tidy up. */
  void kill();

  /** Starts it, and waits until it is ready. */
  void start() throws IOException, InterruptedException;
}
