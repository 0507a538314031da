package io.haidang.gateway.cluster;

import io.haidang.models.registry.ModelRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

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
  public Generators sharing(ModelRegistry own) {
    return own::acquire;
  }

  @Override
  public boolean translates() {
    return true;
  }

  /** Nobody asks. */
  @Override
  public void serve(ModelRegistry own) {}

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
