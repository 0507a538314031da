package io.haidang.gateway.http.kit;

import io.haidang.gateway.auth.Scope;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.ValidatedRequest;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where the rooms of this package add their operations, and what they work with.
 *
 * <p>Each room is described in a file of its own below {@code openapi/}, and has one class {@code
 * …Operations} with a method {@code add(Operations)}, which {@code ApiRoutes} lists.
 */
public final class Operations {

  private final Vertx vertx;
  private final RouterBuilder builder;
  private final HttpServices services;
  private final Blocking blocking;
  private final MachineCalls machines;
  private final LogWatch watch;
  private final Set<Scope> scopes;

  /** Operations for every key. */
  public Operations(
      Vertx vertx,
      RouterBuilder builder,
      HttpServices services,
      Blocking blocking,
      MachineCalls machines,
      LogWatch watch) {
    this(vertx, builder, services, blocking, machines, watch, Set.of());
  }

  private Operations(
      Vertx vertx,
      RouterBuilder builder,
      HttpServices services,
      Blocking blocking,
      MachineCalls machines,
      LogWatch watch,
      Set<Scope> scopes) {
    this.scopes = Set.copyOf(scopes);
    this.vertx = vertx;
    this.builder = builder;
    this.services = services;
    this.blocking = blocking;
    this.machines = machines;
    this.watch = watch;
  }

  /** What the operations are about; everything in there blocks, as operations may. */
  public HttpServices services() {
    return services;
  }

  /** The same with threads of their own, for operations that take them for seconds. */
  public Operations apart(String threads) {
    return new Operations(
        vertx, builder, services, new Blocking(vertx, threads), machines, watch, scopes);
  }

  /** The same for keys that have one of these scopes. */
  public Operations opening(Set<Scope> wanted) {
    return new Operations(vertx, builder, services, blocking, machines, watch, wanted);
  }

  /** Adds an operation that answers 200 and JSON. */
  public void json(String id, Function<ApiCall, JsonObject> operation) {
    reply(id, call -> Reply.json(200, operation.apply(call)).tagged());
  }

  /** Adds an operation that makes something, and answers 201 and JSON. */
  public void created(String id, Function<ApiCall, JsonObject> operation) {
    reply(id, call -> Reply.json(201, operation.apply(call)));
  }

  /**
   * Adds an operation. Where the contract has a parameter {@code Idempotency-Key}, a request that
   * comes again under the same key is answered as before.
   *
   * @param id as in the contract
   * @param operation runs on a thread that may block; what it throws becomes a problem document
   */
  public void reply(String id, Function<ApiCall, Reply> operation) {
    reply(id, false, operation);
  }

  /**
   * The same for an operation that makes nothing twice under one {@link ApiCall#making}: a request
   * whose process died in the middle is done to its end when it comes again.
   */
  public void making(String id, Function<ApiCall, Reply> operation) {
    reply(id, true, operation);
  }

  private void reply(String id, boolean isSafe, Function<ApiCall, Reply> operation) {
    boolean isRepeatable =
        builder.getRoute(id).getOperation().getParameters().stream()
            .anyMatch(parameter -> parameter.getName().equalsIgnoreCase(OnceOnly.HEADER));
    add(
        id,
        (request, call) -> {
          String path = request.normalizedPath();
          String key = isRepeatable ? request.request().getHeader(OnceOnly.HEADER) : null;
          if (key == null) {
            return blocking.run(() -> admitted(path, call, operation));
          }
          String address = request.request().method() + " " + request.request().uri();
          return blocking.run(
              () ->
                  OnceOnly.run(
                      services.repeats(),
                      key,
                      address,
                      call,
                      isSafe,
                      once -> admitted(path, once, operation)));
        });
  }

  /**
   * Adds an operation that keeps an engine busy; its calls share the engine fairly between keys.
   *
   * @param patience of whoever calls
   */
  public void machine(
      String id,
      Function<ApiCall, Duration> patience,
      Function<ApiCall, MachineAnswer<JsonObject>> operation) {
    add(
        id,
        (request, call) ->
            machines
                .run(request, call.length(), patience.apply(call), () -> operation.apply(call))
                .map(answer -> kept(request, answer)));
  }

  private Reply kept(RoutingContext request, MachineAnswer<JsonObject> answer) {
    Reply reply = Reply.json(200, answer.reply());
    machines.repeated().keep(request, answer, reply.headers(), reply.body());
    return reply;
  }

  private Reply admitted(String path, ApiCall call, Function<ApiCall, Reply> operation) {
    services.visibility().requireAddress(path, call.account());
    return operation.apply(call);
  }

  /**
   * Adds an operation that writes its answer by and by, on the event loop; what it throws at once
   * becomes a problem document.
   */
  public void stream(String id, BiConsumer<RoutingContext, ApiCall> operation) {
    OpenAPIRoute route = builder.getRoute(id);
    route.setDoSecurity(false); // Entrance does it for all.
    String template = RequestBodies.API + "/v1" + route.getOperation().getOpenAPIPath();
    route.addHandler(
        request -> {
          request.put(RequestListener.TEMPLATE, template);
          ValidatedRequest valid = request.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
          ApiCall call = ApiCall.of(request, valid, services.clock().instant());
          call.key().requireAny(scopes);
          operation.accept(request, call);
        });
  }

  /** For operations that tell what happens, with {@link #stream}. */
  public LogWatch watch() {
    return watch;
  }

  /** Adds an operation that answers with a file that is made while it is sent. */
  public void download(String id, Function<ApiCall, Download> operation) {
    stream(
        id,
        (request, call) ->
            blocking
                .run(() -> operation.apply(call))
                .onFailure(request::fail)
                .onSuccess(download -> download.send(request, blocking)));
  }

  private void add(String id, BiFunction<RoutingContext, ApiCall, Future<Reply>> run) {
    stream(
        id,
        (request, call) ->
            run.apply(request, call)
                .onFailure(request::fail)
                .onSuccess(reply -> reply.send(request)));
  }
}
