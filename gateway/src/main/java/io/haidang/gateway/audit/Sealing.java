package io.haidang.gateway.audit;

import io.haidang.gateway.auth.Office;
import io.haidang.gateway.outbox.Lookout;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what was done in the last minute, and says once a day in the log where the chain has got
 * to: whoever keeps the log elsewhere can prove by it that the chain was not made anew.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> its thread, until {@link #close}.
 */
public final class Sealing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Lookout lookout = new Lookout("audit-seal", PAUSE, this::look);
  private final AuditChain chain;
  private final Clock clock;
  private @Nullable LocalDate told;

  /** One that has not begun. */
  public Sealing(Database database, Clock clock) {
    this.chain = new AuditChain(database, clock);
    this.clock = clock;
  }

  public void start() {
    lookout.start();
  }

  private void look() {
    chain.seal();
    LocalDate today = LocalDate.ofInstant(clock.instant(), Office.ZONE);
    if (!today.equals(told)) {
      LOG.info("audit chain: {}", chain.head());
      told = today;
    }
  }

  @Override
  public void close() {
    lookout.close();
  }
}
