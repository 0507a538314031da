package io.haidang.gateway.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a node meets the others.
 *
 * @param host address of this machine in the net of the nodes, never all of its addresses
 * @param port where members find each other, 1 to 65534; messages take the port after it
 * @param members {@code HOST:PORT} of nodes that this one looks for; this one may be among them,
 *     and the first needs none
 * @param translates whether this node takes up jobs and answers for others; one that does not still
 *     translates what somebody waits for when no other node can
 */
public record ClusterSettings(String host, int port, List<String> members, boolean translates) {

  public static final String ADDRESS_FORM = "HOST:PORT, port 1-65534, one address of this machine";
  public static final String MEMBER_FORM = "HOST:PORT with commas between";

  private static final int LAST_PORT = 65_534;
  private static final Pattern MEMBER = Pattern.compile("[A-Za-z0-9.-]+:[1-9][0-9]{0,4}");

  /** A first node that others on this machine may join. */
  public static final ClusterSettings LOCAL =
      new ClusterSettings("127.0.0.1", 5701, List.of(), true);

  public ClusterSettings {
    members = List.copyOf(members);
    if (!isAddress(host, port)) {
      throw new IllegalArgumentException(
          "cluster.address: " + host + ":" + port + " (expected: " + ADDRESS_FORM + ")");
    }
    for (String member : members) {
      if (!isMember(member)) {
        throw new IllegalArgumentException(
            "cluster.members: " + member + " (expected: " + MEMBER_FORM + ")");
      }
    }
  }

  /**
   * Whether a node may listen there. Members trust each other without a secret, so that none may
   * listen on every net.
   */
  public static boolean isAddress(String host, int port) {
    try {
      return port >= 1
          && port <= LAST_PORT
          && !host.isBlank()
          && !InetAddress.getByName(host).isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether a text names another node. */
  public static boolean isMember(String text) {
    return MEMBER.matcher(text).matches();
  }

  /** Where messages between nodes arrive. */
  int busPort() {
    return port + 1;
  }
}
