package io.haidang.bench.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL, gateways and workers of one cluster on this machine. Gateways leave translating to
 * the workers, where there are any.
 *
 * <p><b>Owns:</b> the processes, until {@link #close}.
 */
final class Processes implements AutoCloseable {

  private final Path root;
  private final Path folder;
  private final boolean pinned;
  private final PostgresProcess postgres;
  private final List<NodeProcess> nodes = new ArrayList<>();
  private final List<URI> gateways = new ArrayList<>();
  private final List<URI> workers = new ArrayList<>();
  private final List<Integer> clusterPorts = new ArrayList<>();

  /**
   * Processes that are not started yet.
   *
   * @param root of the repository
   * @param folder for data and logs
   * @param pinned whether each worker gets one processor, in turns (Linux, {@code taskset})
   */
  Processes(Path root, Path folder, int gateways, int workers, boolean pinned) throws IOException {
    this.root = root;
    this.folder = folder;
    this.pinned = pinned;
    this.postgres = PostgresProcess.make(folder.resolve("postgres"), port());
    for (int i = 0; i < gateways + workers; i++) {
      clusterPorts.add(port());
    }
    for (int i = 0; i < gateways; i++) {
      addGateway(i, workers == 0);
    }
    for (int i = 0; i < workers; i++) {
      addWorker(i);
    }
  }

  private void addGateway(int number, boolean translates) throws IOException {
    int port = port();
    URI address = URI.create("http://127.0.0.1:" + port);
    gateways.add(address);
    Map<String, String> more =
        Map.of(
            "HAIDANG_HTTP_PORT",
            String.valueOf(port),
            "HAIDANG_CLUSTER_TRANSLATE",
            String.valueOf(translates));
    add("gateway" + (number + 1), command(List.of(), List.of("serve", "--cluster")), more, address);
  }

  private void addWorker(int number) throws IOException {
    int port = port();
    Map<String, String> more = Map.of("HAIDANG_METRICS_ADDRESS", "127.0.0.1:" + port);
    int processors = Runtime.getRuntime().availableProcessors();
    List<String> prefix =
        pinned ? List.of("taskset", "-c", String.valueOf(number % processors)) : List.of();
    URI address = URI.create("http://127.0.0.1:" + port);
    workers.add(address);
    add("worker" + (number + 1), command(prefix, List.of("worker")), more, address);
  }

  private void add(String name, List<String> command, Map<String, String> more, URI address)
      throws IOException {
    Path data = Files.createDirectories(folder.resolve(name));
    Map<String, String> environment = new HashMap<>(more);
    environment.put("HAIDANG_DATA_FOLDER", data.toString());
    environment.put("HAIDANG_DATABASE_URL", postgres.url());
    environment.put("HAIDANG_DATABASE_USER", PostgresProcess.USER);
    environment.put("HAIDANG_CLUSTER_ADDRESS", "127.0.0.1:" + clusterPorts.get(nodes.size()));
    environment.put("HAIDANG_CLUSTER_MEMBERS", members());
    environment.put("HAIDANG_WORKERS", "1");
    URI health = address.resolve("/health/ready");
    nodes.add(new NodeProcess(name, command, environment, health, folder.resolve(name + ".log")));
  }

  private String members() {
    List<String> members = clusterPorts.stream().map(port -> "127.0.0.1:" + port).toList();
    return String.join(",", members);
  }

  private List<String> command(List<String> prefix, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-Dhaidang.home=" + root,
            "-cp",
            System.getProperty("java.class.path"),
            "io.haidang.gateway.cli.Main"));
    command.addAll(arguments);
    return command;
  }

  /** A free port; the one after it was free, too. */
  private static int port() throws IOException {
    while (true) {
      try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          ServerSocket second =
              new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
        return second.getLocalPort() - 1;
      } catch (IOException | IllegalArgumentException e) {
        // The one after it is taken.
      }
    }
  }

  PostgresProcess postgres() {
    return postgres;
  }

  /** All nodes, gateways first. */
  List<NodeProcess> nodes() {
    return nodes;
  }

  /** Addresses of the gateways. */
  List<URI> gateways() {
    return gateways;
  }

  /** Where workers tell their metrics. */
  List<URI> workers() {
    return workers;
  }

  /** Everything that can be killed. */
  List<Killable> all() {
    List<Killable> all = new ArrayList<>(nodes);
    all.add(postgres);
    return all;
  }

  @Override
  public void close() {
    for (NodeProcess node : nodes) {
      node.kill();
    }
    postgres.kill();
  }
}
