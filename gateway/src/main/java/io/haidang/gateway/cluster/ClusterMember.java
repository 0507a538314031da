package io.haidang.gateway.cluster;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import io.haidang.gateway.traces.Tracer;
import io.haidang.models.registry.ModelRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.Optional;
import java.util.concurrent.CompletionException;
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

  /** Until the bus has forgotten a node that is gone. */
  private static final long FORGETTING_MILLIS = 1_000;

  private final Vertx vertx;
  private final OpenQuestions questions;
  private final boolean translates;

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
    System.setProperty(HazelcastConfig.LOGGING, HazelcastConfig.SLF4J);
    HazelcastClusterManager manager =
        new HazelcastClusterManager(HazelcastConfig.of(settings, database));
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
  public Generators sharing(ModelRegistry own, Tracer tracer) {
    return new SharedGenerators(
        own,
        new TracedGenerators(own::acquire, tracer),
        new Colleagues(vertx.eventBus(), questions, tracer));
  }

  @Override
  public boolean translates() {
    return translates;
  }

  @Override
  public Optional<VerticleBase> server(ModelRegistry own, Tracer tracer) {
    return Optional.of(new ModelServer(own, tracer));
  }

  @Override
  public void close() {
    join(vertx.close());
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
