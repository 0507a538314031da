package io.haidang.gateway.outbox;

import io.haidang.gateway.QuietFault;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again whether there is something to send. It only reads while there is nothing; a
 * durable job for that would write every second.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> its thread, until {@link #close}.
 */
public final class Lookout implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String name;
  private final Duration pause;
  private final Runnable look;
  private final ScheduledExecutorService thread;

  /**
   * One that does not look yet.
   *
   * @param name of what is sent, for the thread and the log
   * @param pause after each look
   * @param look may block and fail
   */
  public Lookout(String name, Duration pause, Runnable look) {
    this.name = name;
    this.pause = pause;
    this.look = look;
    this.thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, name));
  }

  public void start() {
    ScheduledFuture<?> unused =
        thread.scheduleWithFixedDelay(
            this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      look.run();
    } catch (RuntimeException e) {
      LOG.warn("{}: not looked after", name, QuietFault.of(e));
    }
  }

  /** Lets a look come to its end; nobody is interrupted while the database writes. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{}: the lookout does not end", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
