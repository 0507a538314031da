package io.haidang.gateway.http;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.NewDraft;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.ExportedFile;
import io.haidang.gateway.review.SegmentView;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.review.TargetState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The HTTP API: each operation of {@code openapi.yaml}, and nothing else. */
final class ApiRoutes {

  private static final String CONTRACT = "openapi.yaml";
  private static final int LIST_LIMIT = 200;

  private final HttpServices services;
  private final Blocking blocking;
  private final EngineRoutes engines;

  private ApiRoutes(HttpServices services, Blocking blocking, EngineRoutes engines) {
    this.services = services;
    this.blocking = blocking;
    this.engines = engines;
  }

  /** A router for everything below {@code /api/v1}, which validates requests by the contract. */
  static Future<Router> create(Vertx vertx, HttpServices services, Blocking blocking) {
    EngineRoutes engines = new EngineRoutes(services, blocking, new Blocking(vertx, "sentences"));
    ApiRoutes routes = new ApiRoutes(services, blocking, engines);
    return OpenAPIContract.from(vertx, CONTRACT)
        .map(
            contract ->
                routes.router(
                    RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler())));
  }

  private Router router(RouterBuilder builder) {
    builder.rootHandler(new ApiKeyAuthentication(services.accounts(), blocking));
    builder.rootHandler(ApiRoutes::requireText);
    operation(builder, "me", this::me);
    operation(builder, "submitDraft", this::submit);
    operation(builder, "getDraft", this::draft);
    operation(builder, "listTargets", this::queue);
    operation(builder, "getTarget", this::target);
    operation(builder, "listSegments", this::segments);
    operation(builder, "editSegment", this::edit);
    operation(builder, "decide", this::decide);
    operation(builder, "listEvents", this::events);
    operation(builder, "getSummary", this::summary);
    operation(builder, "export", this::export);
    operation(builder, "getGlossary", this::glossary);
    GlossaryRoutes.add(builder, services.terms(), blocking);
    CampaignRoutes.add(builder, services.campaigns(), blocking);
    operation(builder, "translateSentence", engines::translate);
    operation(builder, "getUsage", engines::usage);
    return builder.createRouter();
  }

  static void operation(
      RouterBuilder builder, String id, BiConsumer<RoutingContext, ValidatedRequest> handler) {
    OpenAPIRoute route = builder.getRoute(id);
    route.setDoSecurity(false); // ApiKeyAuthentication does it for all.
    route.addHandler(
        request ->
            handler.accept(request, request.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST)));
  }

  /**
   * A body is UTF-8 or it is refused as such, before a JSON parser words it in its own way. Files
   * say that they are bytes; the contract names the operations that take them.
   */
  private static void requireText(RoutingContext request) {
    Buffer body = request.body().buffer();
    String type = request.request().getHeader("Content-Type");
    boolean isFile = type != null && type.startsWith("application/octet-stream");
    if (body != null && body.length() > 0 && !isFile) {
      SegmentedDocument.decode(body.getBytes());
    }
    request.next();
  }

  private void me(RoutingContext request, ValidatedRequest valid) {
    Account account = ApiKeyAuthentication.account(request);
    Answers.json(
        request,
        200,
        new JsonObject()
            .put("login", account.login())
            .put("displayName", account.displayName())
            .put("roles", new JsonArray(account.roles().stream().map(PublicName::of).toList())));
  }

  private void submit(RoutingContext request, ValidatedRequest valid) {
    NewDraft draft = ApiRequests.newDraft(valid.getBody().getJsonObject(), services.clock());
    Account account = ApiKeyAuthentication.account(request);
    blocking
        .run(() -> services.drafts().submit(draft, account))
        .onFailure(request::fail)
        .onSuccess(
            targets -> {
              JsonObject body = ApiJson.draft(targets);
              request.response().putHeader("Location", body.getString("href"));
              Answers.json(request, 202, body);
            });
  }

  private void draft(RoutingContext request, ValidatedRequest valid) {
    blocking.answer(
        request,
        200,
        () -> {
          List<Target> targets = services.drafts().targets(ApiRequests.id(request));
          if (targets.isEmpty()) {
            throw new GatewayException(ErrorCode.NOT_FOUND, "draft: unknown");
          }
          return ApiJson.draft(targets);
        });
  }

  private void queue(RoutingContext request, ValidatedRequest valid) {
    TargetState state = ApiRequests.state(request);
    blocking.answer(
        request,
        200,
        () ->
            new JsonObject()
                .put(
                    "targets",
                    ApiJson.array(
                        services.desk().queue(Set.of(state), LIST_LIMIT), ApiJson::target)));
  }

  private void target(RoutingContext request, ValidatedRequest valid) {
    blocking.answer(
        request, 200, () -> ApiJson.target(services.desk().target(ApiRequests.id(request))));
  }

  private void segments(RoutingContext request, ValidatedRequest valid) {
    blocking.answer(
        request,
        200,
        () -> {
          Locale language = services.desk().target(ApiRequests.id(request)).language();
          Function<SegmentView, JsonObject> form = segment -> ApiJson.segment(segment, language);
          return new JsonObject()
              .put(
                  "segments",
                  ApiJson.array(services.desk().segments(ApiRequests.id(request)), form));
        });
  }

  private void edit(RoutingContext request, ValidatedRequest valid) {
    JsonObject body = valid.getBody().getJsonObject();
    int index = ApiRequests.index(request);
    Account account = ApiKeyAuthentication.account(request);
    blocking.answer(
        request,
        200,
        () -> {
          SegmentView changed =
              services
                  .desk()
                  .edit(
                      ApiRequests.id(request),
                      index,
                      body.getInteger("version"),
                      body.getString("text"),
                      account);
          return ApiJson.segment(
              changed, services.desk().target(ApiRequests.id(request)).language());
        });
  }

  private void decide(RoutingContext request, ValidatedRequest valid) {
    Decision decision = ApiRequests.decision(valid.getBody().getJsonObject());
    Account account = ApiKeyAuthentication.account(request);
    blocking.answer(
        request,
        200,
        () -> ApiJson.target(services.desk().decide(ApiRequests.id(request), decision, account)));
  }

  private void events(RoutingContext request, ValidatedRequest valid) {
    blocking.answer(
        request,
        200,
        () ->
            new JsonObject()
                .put(
                    "events",
                    ApiJson.array(
                        services.desk().events(ApiRequests.id(request)), ApiJson::event)));
  }

  private void summary(RoutingContext request, ValidatedRequest valid) {
    blocking.answer(
        request, 200, () -> ApiJson.summaries(services.desk().summaries(ApiRequests.id(request))));
  }

  private void export(RoutingContext request, ValidatedRequest valid) {
    Account account = ApiKeyAuthentication.account(request);
    blocking
        .run(() -> services.desk().export(ApiRequests.id(request), account))
        .onFailure(request::fail)
        .onSuccess(file -> send(request, file));
  }

  /** Sends a file to be kept; the name needs no quoting, see {@link ExportedFile}. */
  static void send(RoutingContext request, ExportedFile file) {
    request
        .response()
        .putHeader("Content-Type", file.mediaType())
        .putHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
        .end(Buffer.buffer(file.content()));
  }

  private void glossary(RoutingContext request, ValidatedRequest valid) {
    blocking.answer(request, 200, () -> ApiJson.glossary(services.glossary()));
  }
}
