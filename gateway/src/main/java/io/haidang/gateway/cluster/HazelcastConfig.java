package io.haidang.gateway.cluster;

import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** How Hazelcast finds the members: on one address, by TCP alone, telling nobody else of them. */
final class HazelcastConfig {

  /** Of the configuration, and of the system, for Hazelcast logs before it has read the first. */
  static final String LOGGING = "hazelcast.logging.type";

  static final String SLF4J = "slf4j";

  /** A node that is silent as long is taken for gone; one that dies is missed at once. */
  private static final String SILENCE_SECONDS = "10";

  private HazelcastConfig() {}

  /**
   * Of one node.
   *
   * @param database those of another database are no members
   * @throws IllegalArgumentException when the host of the settings has no address
   */
  static Config of(ClusterSettings settings, String database) {
    Config config = ConfigUtil.loadConfig();
    config.setClusterName("haidang-" + database);
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty(LOGGING, SLF4J);
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.wait.seconds.before.join", "1");
    config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", SILENCE_SECONDS);
    config.setProperty("hazelcast.merge.first.run.delay.seconds", SILENCE_SECONDS);
    config.setProperty("hazelcast.merge.next.run.delay.seconds", SILENCE_SECONDS);
    // What arrives is read by classes of these alone.
    config
        .getSerializationConfig()
        .setJavaSerializationFilterConfig(
            new JavaSerializationFilterConfig()
                .setWhitelist(
                    new ClassFilter().addPrefixes("com.hazelcast.", "io.vertx.", "java.", "[")));
    network(config.getNetworkConfig(), settings);
    return config;
  }

  private static void network(NetworkConfig network, ClusterSettings settings) {
    network.setPort(settings.port()).setPortAutoIncrement(false).setReuseAddress(true);
    network.getInterfaces().setEnabled(true).addInterface(numeric(settings.host()));
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(List.copyOf(settings.members()));
  }

  private static String numeric(String host) {
    try {
      return InetAddress.getByName(host).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("cluster.address: " + host + " (expected: an address)", e);
    }
  }
}
