package io.haidang.gateway.http.kit;

import io.haidang.gateway.traces.Span;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The span of a request, kept in the context in which Vert.x serves it, so that threads which work
 * for it go on with its trace. Vert.x finds this class before it makes contexts, which must know
 * what can be kept in them.
 */
public final class RequestSpan implements VertxServiceProvider {

  private static final ContextLocal<Span> SPAN = ContextLocal.registerLocal(Span.class);

  @Override
  public void init(VertxBootstrap builder) {}

  /** Keeps the span of the request that is being served. */
  public static void keep(Span span) {
    Context context = Vertx.currentContext();
    if (context != null && span != Span.NONE) {
      context.putLocal(SPAN, span);
    }
  }

  /** The same call, as a step of the request that is being served. */
  static <T> Callable<T> within(Callable<T> call) {
    Context context = Vertx.currentContext();
    @Nullable Span span = context == null ? null : context.getLocal(SPAN);
    return span == null ? call : span.within(call);
  }
}
