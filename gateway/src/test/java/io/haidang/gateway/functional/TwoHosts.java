package io.haidang.gateway.functional;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Two hosts of their own on this machine, by network namespaces of Linux. Both reach this process,
 * and each other unless the cable between them is cut: then what one sends to the other is lost
 * without a word, as it is where a switch dies. Tests that need it are skipped where nobody may
 * make namespaces (expected: Linux, root, iproute2).
 *
 * <p><b>Owns:</b> namespaces and bridge, until {@link #close}.
 */
final class TwoHosts implements AutoCloseable {

  /** For documentation only (RFC 5737); nothing real is there. */
  private static final String NET = "203.0.113.";

  private static final String BRIDGE = "hdbridge";
  private static final List<String> NAMES = List.of("hdfirst", "hdsecond");

  private TwoHosts() {}

  /** Makes both, or skips the test. */
  static TwoHosts open() {
    TwoHosts hosts = new TwoHosts();
    hosts.close(); // Of a run that was killed.
    try {
      hosts.make();
      return hosts;
    } catch (IOException e) {
      hosts.close();
      return abort("no network namespaces (expected: Linux, root, iproute2): " + e.getMessage());
    }
  }

  private void make() throws IOException {
    ip("link add", BRIDGE, "type bridge");
    ip("addr add", NET + "1/24", "dev", BRIDGE);
    ip("link set", BRIDGE, "up");
    for (int host = 0; host < NAMES.size(); host++) {
      String name = NAMES.get(host);
      ip("netns add", name);
      ip("link add", name, "type veth peer name eth0 netns", name);
      ip("link set", name, "master", BRIDGE, "up");
      ip("-n", name, "addr add", address(host) + "/24 dev eth0");
      ip("-n", name, "link set eth0 up");
      ip("-n", name, "link set lo up");
    }
  }

  /** Of this process, as both see it. */
  static InetAddress gate() {
    try {
      return InetAddress.getByName(NET + "1");
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of the host 0 or 1. */
  static String address(int host) {
    return NET + (host + 2);
  }

  /** What a command has to begin with to run at that host. */
  static List<String> at(int host) {
    return List.of("ip", "netns", "exec", NAMES.get(host));
  }

  void cut() throws IOException {
    isolated("on");
  }

  void heal() throws IOException {
    isolated("off");
  }

  /** Isolated ports of a bridge reach its other ports only. */
  private void isolated(String value) throws IOException {
    for (String name : NAMES) {
      ip("link set", name, "type bridge_slave isolated", value);
    }
  }

  private static void ip(String... words) throws IOException {
    Process process =
        new ProcessBuilder(List.of(("ip " + String.join(" ", words)).split(" ", -1)))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", words) + ": " + said.strip());
    }
  }

  @Override
  public void close() {
    NAMES.forEach(name -> quietly("netns del", name));
    NAMES.forEach(name -> quietly("link del", name));
    quietly("link del", BRIDGE);
  }

  private static void quietly(String... words) {
    try {
      ip(words);
    } catch (IOException e) {
      // There is none.
    }
  }
}
