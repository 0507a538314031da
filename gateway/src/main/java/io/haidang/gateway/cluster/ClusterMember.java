package io.haidang.gateway.cluster;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import io.haidang.models.registry.ModelRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node among others of the same database: Vert.x's event bus over the members that Hazelcast
 * knows. Members are named in the configuration and looked for by TCP alone. Nothing that lasts is
 * kept there.
 *
 * <p><b>Blocking:</b> {@link #join} and {@link #close} take seconds.
 */
public final class ClusterMember implements NodeBus {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterMember.class);

  private static final String LOGGING = "hazelcast.logging.type";

  /** A node that is silent as long is taken for gone; one that dies is missed at once. */
  private static final String SILENCE_SECONDS = "10";

  /** Until the bus has forgotten a node that is gone. */
  private static final long FORGETTING_MILLIS = 1_000;

  private final Vertx vertx;
  private final OpenQuestions questions;
  private final boolean translates;
  private @Nullable String serving;

  private ClusterMember(Vertx vertx, OpenQuestions questions, boolean translates) {
    this.vertx = vertx;
    this.translates = translates;
    this.questions = questions;
  }

  /**
   * Finds the others, or begins alone.
   *
   * @param database those of another database are no members
   * @throws IllegalStateException when this node cannot be reached under its address
   */
  public static ClusterMember join(
      ClusterSettings settings, String database, VertxOptions options) {
    // Hazelcast already logs before it has read its configuration.
    System.setProperty(LOGGING, "slf4j");
    HazelcastClusterManager manager = new HazelcastClusterManager(config(settings, database));
    options.setEventBusOptions(
        new EventBusOptions()
            .setHost(settings.host())
            .setPort(settings.busPort())
            .setClusterPublicHost(settings.host()));
    try {
      Vertx vertx =
          join(Vertx.builder().with(options).withClusterManager(manager).buildClustered());
      OpenQuestions questions = new OpenQuestions();
      manager.getHazelcastInstance().getCluster().addMembershipListener(follow(vertx, questions));
      LOG.info("cluster: {} nodes", manager.getNodes().size());
      return new ClusterMember(vertx, questions, settings.translates());
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "cluster.address: "
              + settings.host()
              + ":"
              + settings.port()
              + " (expected: an address of this machine whose port, and the one after it, are"
              + " free)",
          e.getCause());
    }
  }

  static Config config(ClusterSettings settings, String database) {
    Config config = ConfigUtil.loadConfig();
    config.setClusterName("haidang-" + database);
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty(LOGGING, "slf4j");
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

  /** The bus may send a question to the lost node once more before it knows; hence twice. */
  private static void lost(Vertx vertx, OpenQuestions questions) {
    questions.askAgain();
    vertx.setTimer(FORGETTING_MILLIS, timer -> questions.askAgain());
  }

  private static MembershipListener follow(Vertx vertx, OpenQuestions questions) {
    return new MembershipListener() {
      @Override
      public void memberAdded(MembershipEvent event) {
        LOG.info("cluster: a node came, {} now", event.getMembers().size());
      }

      @Override
      public void memberRemoved(MembershipEvent event) {
        LOG.info("cluster: a node left, {} now", event.getMembers().size());
        lost(vertx, questions);
      }
    };
  }

  @Override
  public Vertx vertx() {
    return vertx;
  }

  @Override
  public Generators sharing(ModelRegistry own) {
    return new SharedGenerators(own, new Colleagues(vertx.eventBus(), questions));
  }

  @Override
  public boolean translates() {
    return translates;
  }

  @Override
  public void serve(ModelRegistry own) {
    serving = join(vertx.deployVerticle(new ModelServer(own)));
  }

  @Override
  public void close() {
    try {
      if (serving != null) {
        join(vertx.undeploy(serving));
      }
    } finally {
      join(vertx.close());
    }
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
