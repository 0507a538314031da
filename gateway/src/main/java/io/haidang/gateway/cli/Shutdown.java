package io.haidang.gateway.cli;

import java.util.concurrent.CountDownLatch;

/** Closes a node when its process is told to end. */
final class Shutdown {

  private final CountDownLatch stopped = new CountDownLatch(1);

  private Shutdown() {}

  /** Runs {@code close} at the end of the process. */
  static Shutdown of(Runnable close) {
    Shutdown shutdown = new Shutdown();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close.run();
                  shutdown.stopped.countDown();
                },
                "shutdown"));
    return shutdown;
  }

  /** Waits until the node is closed. */
  void await() throws InterruptedException {
    stopped.await();
  }
}
