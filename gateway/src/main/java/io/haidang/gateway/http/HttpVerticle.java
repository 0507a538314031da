package io.haidang.gateway.http;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.config.HttpAddress;
import io.haidang.gateway.config.TlsFiles;
import io.haidang.gateway.http.health.HealthRoutes;
import io.haidang.gateway.http.kit.Answers;
import io.haidang.gateway.http.kit.Blocking;
import io.haidang.gateway.http.kit.BodyBudget;
import io.haidang.gateway.http.kit.DialectRouter;
import io.haidang.gateway.http.kit.Entrance;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.LogWatch;
import io.haidang.gateway.http.kit.MachineCalls;
import io.haidang.gateway.http.kit.RequestBodies;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: limits, headers, API, pages, health. */
public final class HttpVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(HttpVerticle.class);

  /** Of bodies whose senders are not known yet, at a time. */
  private static final long UNKNOWN_BYTES = 16 << 20;

  /** For answers that are under way when the server is stopped. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

  private static final int MOST_FORM_FIELDS = 10_000;

  private final HttpServices services;
  private final Pages pages;
  private final HttpLimits limits;
  private final boolean libreAtRoot;
  private final HttpAddress address;
  private final IntConsumer bound;
  private @Nullable LogWatch watch;
  private @Nullable HttpServer server;

  /**
   * A server that is not started yet.
   *
   * @param libreAtRoot whether the LibreTranslate dialect is at the root, too
   * @param bound told the port once the server listens
   */
  public HttpVerticle(
      HttpServices services,
      Pages pages,
      HttpLimits limits,
      boolean libreAtRoot,
      HttpAddress address,
      IntConsumer bound) {
    this.services = services;
    this.pages = pages;
    this.limits = limits;
    this.libreAtRoot = libreAtRoot;
    this.address = address;
    this.bound = bound;
  }

  @Override
  public Future<?> start() {
    Blocking blocking = new Blocking(vertx);
    Entrance entrance = entrance(new Blocking(vertx, "keys"));
    MachineCalls machines = MachineCalls.of(vertx, services);
    LogWatch listened = watch();
    watch = listened;
    ApiContract description = ApiContract.read();
    return ApiRoutes.create(vertx, description, services, entrance, blocking, machines, listened)
        .compose(api -> listen(router(api, description, entrance, blocking, machines, listened)))
        .onSuccess(this::listening);
  }

  private void listening(HttpServer started) {
    server = started;
    bound.accept(started.actualPort());
  }

  /** Few threads: a look takes a millisecond, and those who listen can wait. */
  private LogWatch watch() {
    Blocking threads = new Blocking(vertx, "events", 2);
    return new LogWatch(vertx, threads, services.feed(), services.clock());
  }

  /** Completes when those who are being answered have their answers, or have waited too long. */
  @Override
  public Future<?> stop() {
    if (watch != null) {
      watch.close();
    }
    return server == null
        ? Future.succeededFuture()
        : server.shutdown(LAST_ANSWERS.toSeconds(), TimeUnit.SECONDS);
  }

  private Entrance entrance(Blocking blocking) {
    BodyBudget unknown = new BodyBudget(UNKNOWN_BYTES);
    RequestBodies bodies =
        new RequestBodies(
            limits.bodyBytes(),
            limits.listBytes(),
            limits.fileBytes(),
            BodyBudget.ofHeap(),
            unknown);
    return new Entrance(services, bodies, blocking);
  }

  private Future<HttpServer> listen(Router router) {
    return vertx
        .createHttpServer(options())
        .requestHandler(router)
        .invalidRequestHandler(Answers::malformed)
        .listen();
  }

  /** HTTP/1.1 with or without TLS: one protocol, one way of reading bodies. */
  HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setUseAlpn(false)
            .setIdleTimeout((int) limits.idleTime().toSeconds())
            // A table whose rows are edited has a few fields for each; 256 are the default.
            .setMaxFormFields(MOST_FORM_FIELDS)
            // A draft is one field of a form, and so is a word list.
            .setMaxFormAttributeSize(Math.max(limits.bodyBytes(), limits.listBytes()));
    address.tls().ifPresent(files -> speakTls(options, files));
    return options;
  }

  private static void speakTls(HttpServerOptions options, TlsFiles files) {
    PemKeyCertOptions pem =
        new PemKeyCertOptions()
            .setCertPath(files.certificate().toString())
            .setKeyPath(files.key().toString());
    options
        .setSsl(true)
        .setKeyCertOptions(pem)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"));
  }

  private Router router(
      Router api,
      ApiContract description,
      Entrance entrance,
      Blocking blocking,
      MachineCalls machines,
      LogWatch listened) {
    Router router = Router.router(vertx);
    router.route().handler(new AllowedMethods(router, description, RequestBodies.API + "/v1"));
    RequestMeter meter = new RequestMeter(services.monitoring().requests());
    router.route().handler(request -> identify(request, meter));
    router.route().handler(HttpVerticle::secure);
    router.route().handler(HttpVerticle::requireReadable);
    router.route().handler(new BodyDeadline(vertx, limits.bodyTime()));
    HealthRoutes.add(router, services.monitoring().health());
    DescriptionRoutes.add(router, description);
    router.route(RequestBodies.API + "/v1/*").subRouter(api);
    router.route(RequestBodies.API + "/*").failureHandler(Answers::problem);
    Dialects.add(
        new DialectRouter(vertx, router, services, blocking, entrance, machines), libreAtRoot);
    router.errorHandler(400, Answers::unreadable);
    router.errorHandler(404, Answers::problem);
    router.errorHandler(405, Answers::problem);
    Blocking strangers = new Blocking(vertx, "http-strangers");
    pages.mount(router, services, entrance.bodies(), blocking, strangers, listened);
    return router;
  }

  private static void identify(RoutingContext request, RequestMeter meter) {
    String id = Answers.identify(request);
    long start = System.nanoTime();
    request.addEndHandler(
        ended -> {
          long nanos = System.nanoTime() - start;
          LOG.atInfo()
              .addKeyValue("requestId", id)
              .addKeyValue("accountId", Answers.accountId(request))
              .log(
                  "{} {} {} {} ms {} {}",
                  request.request().method(),
                  request.request().path(),
                  request.response().getStatusCode(),
                  nanos / 1_000_000,
                  id,
                  Answers.accountId(request));
          meter.answered(request, nanos);
        });
    request.next();
  }

  /** Nothing from elsewhere, nothing inline, not in a frame, not in a shared cache. */
  private static void secure(RoutingContext request) {
    request
        .response()
        .putHeader(
            "Content-Security-Policy",
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                + " frame-ancestors 'none'")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cache-Control", "no-store");
    if (Answers.isPrivate(request.request())) {
      request.response().putHeader("Strict-Transport-Security", "max-age=31536000");
    }
    request.next();
  }

  /** What stands after the question mark has to be decodable, whoever asks for it later. */
  private static void requireReadable(RoutingContext request) {
    try {
      request.request().params();
      request.next();
    } catch (IllegalArgumentException e) {
      request.fail(
          new GatewayException(
              ErrorCode.INVALID_REQUEST, "query: malformed (expected: percent-encoded UTF-8)"));
    }
  }
}
