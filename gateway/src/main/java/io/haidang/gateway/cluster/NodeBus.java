package io.haidang.gateway.cluster;

import io.haidang.gateway.traces.Tracer;
import io.haidang.models.registry.ModelRegistry;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.Optional;

/**
 * What connects a node with others, or leaves it alone.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> its Vert.x, until {@link #close}.
 */
public interface NodeBus extends AutoCloseable {

  Vertx vertx();

  /** Models of this node and of those that hold the same. */
  Generators sharing(ModelRegistry own, Tracer tracer);

  /** Whether this node takes up jobs; one among others may leave them to those. */
  boolean translates();

  /** What answers others with the models of this node, to be deployed; empty without others. */
  Optional<VerticleBase> server(ModelRegistry own, Tracer tracer);

  /** Leaves the others. */
  @Override
  void close();
}
