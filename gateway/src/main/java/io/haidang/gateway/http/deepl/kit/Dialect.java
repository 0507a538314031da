package io.haidang.gateway.http.deepl.kit;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.http.kit.Blocking;
import io.haidang.gateway.http.kit.HttpServices;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/**
 * Where the rooms of the dialect add their operations, and what they work with.
 *
 * <p>Each room has one class {@code …Operations} with a method {@code add(Dialect)}, which {@code
 * DeeplRoutes} lists.
 */
public final class Dialect {

  private final Router router;
  private final HttpServices services;
  private final KeyCheck keys;
  private final Blocking blocking;

  public Dialect(Router router, HttpServices services, KeyCheck keys, Blocking blocking) {
    this.router = router;
    this.services = services;
    this.keys = keys;
    this.blocking = blocking;
  }

  /** What the operations are about; everything in there blocks, as operations may. */
  public HttpServices services() {
    return services;
  }

  /** The same with threads of their own, for operations that take them for seconds. */
  public Dialect apart(Blocking threads) {
    return new Dialect(router, services, keys, threads);
  }

  /**
   * Adds an operation.
   *
   * @param path with {@code :name} for its parameters
   * @param operation runs on a thread that may block; what it throws becomes an answer
   */
  public void add(HttpMethod method, String path, Function<DialectCall, DialectReply> operation) {
    router.route(method, path).handler(request -> handle(request, operation));
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

  /** Gives each answer its id, and each failure of any handler the form of the dialect. */
  public static void prepare(Route all) {
    all.handler(Dialect::trace).failureHandler(DialectErrors::answer);
  }

  /** Answers what no operation has answered. */
  public static void close(Route all) {
    all.handler(request -> request.fail(DialectException.notFound("Not found")));
  }

  private static void trace(RoutingContext request) {
    request.response().putHeader("X-Trace-ID", DialectErrors.traceId(request));
    request.next();
  }

  private void handle(RoutingContext request, Function<DialectCall, DialectReply> operation) {
    Parameters parameters = RequestReader.read(request);
    String key =
        KeyReader.read(request, parameters)
            .orElseThrow(() -> DialectException.of(403, "Authorization: no key"));
    Function<Account, DialectCall> call =
        DialectCall.copy(request, parameters, services.clock().instant());
    blocking
        .run(() -> operation.apply(call.apply(account(key))))
        .onFailure(request::fail)
        .onSuccess(reply -> reply.send(request.response()));
  }

  private Account account(String key) {
    return keys.account(key)
        .orElseThrow(() -> DialectException.of(403, "Authorization: unknown or revoked key"));
  }
}
