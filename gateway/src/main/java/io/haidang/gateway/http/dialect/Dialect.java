package io.haidang.gateway.http.dialect;

import io.haidang.gateway.http.kit.Blocking;
import io.haidang.gateway.http.kit.DialectRouter;
import io.haidang.gateway.http.kit.DialectSettings;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.KeyReader;
import io.haidang.gateway.http.kit.MachineAnswer;
import io.haidang.models.ModelException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where a dialect of another service adds its operations, and what they work with. */
public final class Dialect {

  /** Between two looks whether an answer is there. */
  private static final long LOOK_MILLIS = 250;

  private final DialectRouter server;
  private final KeyReader keys;
  private final Blocking blocking;

  /**
   * A dialect without operations.
   *
   * @param keys where its clients put their keys
   */
  public Dialect(DialectRouter server, KeyReader keys) {
    this(server, keys, server.blocking());
  }

  private Dialect(DialectRouter server, KeyReader keys, Blocking blocking) {
    this.server = server;
    this.keys = keys;
    this.blocking = blocking;
  }

  /** What the operations are about; everything in there blocks, as operations may. */
  public HttpServices services() {
    return server.services();
  }

  /** What is honoured here beyond translating. */
  public DialectSettings settings() {
    return services().dialects();
  }

  /** The same with threads of their own, for operations that take them for seconds. */
  public Dialect apart(String threads) {
    return new Dialect(server, keys, new Blocking(server.vertx(), threads));
  }

  /**
   * Adds an operation.
   *
   * @param path with {@code :name} for its parameters
   * @param operation runs on a thread that may block; what it throws becomes an answer
   */
  public void add(HttpMethod method, String path, Function<DialectCall, DialectReply> operation) {
    server
        .router()
        .route(method, path)
        .handler(server.entrance().keyed(keys))
        .handler(request -> handle(request, operation));
  }

  /**
   * Adds an operation that keeps an engine busy; its calls share the engine fairly between keys.
   *
   * @param patience of whoever calls
   */
  public void machine(
      HttpMethod method,
      String path,
      Duration patience,
      Function<DialectCall, MachineAnswer<DialectReply>> operation) {
    server
        .router()
        .route(method, path)
        .handler(server.entrance().keyed(keys))
        .handler(server.machines().repeated()::answer)
        .handler(request -> serve(request, patience, operation));
  }

  private void serve(
      RoutingContext request,
      Duration patience,
      Function<DialectCall, MachineAnswer<DialectReply>> operation) {
    DialectCall call = DialectCall.of(request, services().clock().instant());
    server
        .machines()
        .run(request, call.length(), patience, () -> operation.apply(call))
        .onFailure(request::fail)
        .onSuccess(
            answer -> {
              DialectReply reply = answer.reply();
              server.machines().repeated().keep(request, answer, reply.headers(), reply.body());
              reply.send(request.response());
            });
  }

  /**
   * Adds an operation whose answer takes a while to come; while it does, no thread waits.
   *
   * @param patience of whoever calls
   */
  public void later(
      HttpMethod method,
      String path,
      Duration patience,
      Function<DialectCall, LaterReply> operation) {
    server
        .router()
        .route(method, path)
        .handler(server.entrance().keyed(keys))
        .handler(
            request -> {
              DialectCall call = DialectCall.of(request, services().clock().instant());
              long last = System.nanoTime() + patience.toNanos();
              blocking
                  .run(() -> operation.apply(call))
                  .compose(later -> await(request, later, last))
                  .onFailure(request::fail)
                  .onSuccess(reply -> reply.send(request.response()));
            });
  }

  private Future<DialectReply> await(RoutingContext request, LaterReply later, long last) {
    if (request.response().closed()) {
      return Future.failedFuture(new ModelException.Cancelled()); // The client has gone.
    }
    if (System.nanoTime() > last) {
      return blocking.run(later.otherwise()::get);
    }
    return blocking
        .run(later.ready()::get)
        .compose(
            reply ->
                reply.isPresent()
                    ? Future.succeededFuture(reply.get())
                    : server
                        .vertx()
                        .timer(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                        .compose(looked -> await(request, later, last)));
  }

  /**
   * Adds something that anybody may have who knows what to ask for, without a key.
   *
   * @param path with {@code :name} for its parameters, which are among the others
   * @param operation as in {@link #add}
   */
  public void open(String path, Function<Parameters, DialectReply> operation) {
    server
        .router()
        .get(path)
        .handler(
            request -> {
              Parameters parameters = RequestReader.open(request);
              blocking
                  .run(() -> operation.apply(parameters))
                  .onFailure(request::fail)
                  .onSuccess(reply -> reply.send(request.response()));
            });
  }

  /**
   * Adds something that anybody may have, without a key.
   *
   * @param operation as in {@link #add}
   */
  public void open(String path, Supplier<DialectReply> operation) {
    server
        .router()
        .get(path)
        .handler(
            request ->
                blocking
                    .run(operation::get)
                    .onFailure(request::fail)
                    .onSuccess(reply -> reply.send(request.response())));
  }

  public void get(String path, Function<DialectCall, DialectReply> operation) {
    add(HttpMethod.GET, path, operation);
  }

  public void post(String path, Function<DialectCall, DialectReply> operation) {
    add(HttpMethod.POST, path, operation);
  }

  public void put(String path, Function<DialectCall, DialectReply> operation) {
    add(HttpMethod.PUT, path, operation);
  }

  public void patch(String path, Function<DialectCall, DialectReply> operation) {
    add(HttpMethod.PATCH, path, operation);
  }

  public void delete(String path, Function<DialectCall, DialectReply> operation) {
    add(HttpMethod.DELETE, path, operation);
  }

  private void handle(RoutingContext request, Function<DialectCall, DialectReply> operation) {
    DialectCall call = DialectCall.of(request, services().clock().instant());
    blocking
        .run(() -> operation.apply(call))
        .onFailure(request::fail)
        .onSuccess(reply -> reply.send(request.response()));
  }
}
