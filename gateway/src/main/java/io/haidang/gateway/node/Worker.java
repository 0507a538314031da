package io.haidang.gateway.node;

import io.haidang.gateway.config.ConfigException;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.profile.NodeProfile;
import java.time.Clock;
import java.util.List;

/**
 * A node that nobody sees: it takes up jobs of the database that it shares with gateways, and
 * translates for those what somebody waits for.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> {@link #start} and {@link
 * #close} wait for every part. <b>Owns:</b> everything it started, until {@link #close}.
 */
public final class Worker implements AutoCloseable {

  private final Parts parts;

  private Worker(GatewayConfig config, Parts parts) {
    this.parts = parts;
    NodeCore core =
        new NodeCore(config, NodeProfile.DESK, parts, Clock.systemUTC(), NodeCore.member(config));
    core.warmUp();
    core.serveMetrics();
    core.work(() -> {});
  }

  /**
   * Starts a worker and waits until it works.
   *
   * @throws ConfigException when its configuration leaves translating to others, or its database
   *     cannot be shared
   * @throws RuntimeException when a part cannot start; those before it are closed again
   */
  public static Worker start(GatewayConfig config) {
    if (!config.cluster().translates()) {
      throw new ConfigException(List.of("cluster.translate: false (expected: true for a worker)"));
    }
    return Parts.start(parts -> new Worker(config.shared(), parts));
  }

  @Override
  public void close() {
    parts.close();
  }
}
