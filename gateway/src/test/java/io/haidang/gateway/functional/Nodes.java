package io.haidang.gateway.functional;

import io.haidang.gateway.cluster.ClusterSettings;
import io.haidang.gateway.config.HttpAddress;
import io.haidang.gateway.node.Gateway;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestConfig;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.testing.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Nodes of one cluster on this machine, over one PostgreSQL database with the bundled names:
 * gateways in this process, workers in processes of their own.
 *
 * <p><b>Owns:</b> all of them, until {@link #stop}.
 */
final class Nodes {

  /** Longer than it takes to ask whether a node is ready, and then something else. */
  private static final Duration DRAIN = Duration.ofSeconds(1);

  private static final int TRIES = 100;

  private final Path folder = TestFolders.temporary();
  private final TestDatabase database = TestDatabase.withNames(TestDatabase.Kind.POSTGRESQL);
  private final List<String> members = new ArrayList<>();
  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  /** Starts a gateway. */
  Gateway gateway(boolean translates) {
    return gateway(translates, config -> config);
  }

  /** The same, with more of a configuration. */
  Gateway gateway(boolean translates, UnaryOperator<TestConfig> more) {
    int port = port();
    Gateway gateway =
        Gateway.startMember(
            more.apply(
                    TestConfig.in(folder.resolve("node" + port))
                        .on(database)
                        .at(
                            new HttpAddress(
                                "127.0.0.1", 0, Optional.empty(), DRAIN, HttpAddress.LOOPBACK))
                        .withMetrics()
                        .with(new ClusterSettings("127.0.0.1", port, members, translates)))
                .build(),
            TestAccount.CHEAP);
    running.push(gateway);
    joined(port);
    return gateway;
  }

  /** Starts a worker in a process of its own, with more variables of its environment. */
  ServerProcess worker(Map<String, String> variables) throws IOException {
    int port = port();
    Path data = Files.createDirectory(folder.resolve("worker" + port));
    Map<String, String> all = new HashMap<>(variables);
    all.put("HAIDANG_DATABASE_URL", database.url());
    all.put("HAIDANG_DATABASE_USER", database.user());
    all.put("HAIDANG_CLUSTER_ADDRESS", "127.0.0.1:" + port);
    all.put("HAIDANG_CLUSTER_MEMBERS", String.join(",", members));
    all.put("HAIDANG_WORKERS", "1");
    ServerProcess worker = ServerProcess.worker(data, all);
    running.push(worker::kill);
    joined(port);
    return worker;
  }

  private void joined(int port) {
    members.add("127.0.0.1:" + port);
  }

  /** A free port; the one after it is free, too. */
  private static int port() {
    for (int i = 0; i < TRIES; i++) {
      try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          ServerSocket second =
              new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
        return second.getLocalPort() - 1;
      } catch (IOException | IllegalArgumentException e) {
        // The one after it is taken.
      }
    }
    throw new UncheckedIOException(new IOException("ports: none free (expected: two in a row)"));
  }

  /** Stops them all, the last first. */
  void stop() throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
    database.close();
    TestFolders.delete(folder);
  }
}
