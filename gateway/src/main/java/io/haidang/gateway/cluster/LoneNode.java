package io.haidang.gateway.cluster;

import io.haidang.gateway.traces.Tracer;
import io.haidang.models.registry.ModelRegistry;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.Optional;

/** A node that is everything there is. */
public final class LoneNode implements NodeBus {

  private final Vertx vertx;

  public LoneNode(VertxOptions options) {
    vertx = Vertx.vertx(options);
  }

  @Override
  public Vertx vertx() {
    return vertx;
  }

  @Override
  public Generators sharing(ModelRegistry own, Tracer tracer) {
    return new TracedGenerators(own::acquire, tracer);
  }

  @Override
  public boolean translates() {
    return true;
  }

  @Override
  public Optional<VerticleBase> server(ModelRegistry own, Tracer tracer) {
    return Optional.empty();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
