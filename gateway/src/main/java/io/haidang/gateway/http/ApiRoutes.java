package io.haidang.gateway.http;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.http.account.AccountOperations;
import io.haidang.gateway.http.audit.AuditOperations;
import io.haidang.gateway.http.campaign.CampaignOperations;
import io.haidang.gateway.http.discussion.DiscussionOperations;
import io.haidang.gateway.http.draft.DraftOperations;
import io.haidang.gateway.http.engine.EngineOperations;
import io.haidang.gateway.http.feed.FeedOperations;
import io.haidang.gateway.http.health.HealthOperations;
import io.haidang.gateway.http.inbox.InboxOperations;
import io.haidang.gateway.http.inbox.LetterOperations;
import io.haidang.gateway.http.key.KeyOperations;
import io.haidang.gateway.http.kit.Blocking;
import io.haidang.gateway.http.kit.Download;
import io.haidang.gateway.http.kit.Entrance;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.KeyReader;
import io.haidang.gateway.http.kit.LogWatch;
import io.haidang.gateway.http.kit.MachineCalls;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.RepeatedAnswers;
import io.haidang.gateway.http.language.LanguageOperations;
import io.haidang.gateway.http.library.LibraryOperations;
import io.haidang.gateway.http.library.PublishedOperations;
import io.haidang.gateway.http.library.ReleaseOperations;
import io.haidang.gateway.http.memory.MemoryOperations;
import io.haidang.gateway.http.quality.QualityOperations;
import io.haidang.gateway.http.queue.QueueOperations;
import io.haidang.gateway.http.report.ReportOperations;
import io.haidang.gateway.http.retention.RetentionOperations;
import io.haidang.gateway.http.review.EditingOperations;
import io.haidang.gateway.http.review.ReviewOperations;
import io.haidang.gateway.http.story.BundleOperations;
import io.haidang.gateway.http.terms.GlossaryOperations;
import io.haidang.gateway.http.webhook.WebhookOperations;
import io.haidang.translation.document.SegmentedDocument;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The HTTP API: each operation of its contract, and nothing else. */
final class ApiRoutes {

  private static final String SENTENCES = "/v1/translations";

  /** What adds the operations of each room; a new room is one more line. */
  private static final List<Room> ROOMS =
      List.of(
          room(DraftOperations::add, Scope.DRAFTS),
          room(BundleOperations::add, Scope.DRAFTS),
          room(QueueOperations::add, Scope.DRAFTS, Scope.REVIEW),
          room(ReviewOperations::add, Scope.DRAFTS, Scope.REVIEW),
          room(EditingOperations::add, Scope.DRAFTS, Scope.REVIEW),
          room(DiscussionOperations::add, Scope.DRAFTS, Scope.REVIEW),
          room(QualityOperations::add, Scope.DRAFTS, Scope.REVIEW, Scope.ADMIN),
          room(InboxOperations::add, Scope.DRAFTS, Scope.REVIEW),
          room(LetterOperations::add, Scope.ADMIN),
          room(ReleaseOperations::add, Scope.DRAFTS, Scope.REVIEW),
          room(PublishedOperations::add, Scope.DRAFTS),
          room(LibraryOperations::add, Scope.DRAFTS),
          room(ReportOperations::add, Scope.DRAFTS, Scope.ADMIN),
          room(GlossaryOperations::add, Scope.GLOSSARIES),
          room(CampaignOperations::add, Scope.GLOSSARIES),
          room(MemoryOperations::add, Scope.DRAFTS, Scope.REVIEW),
          room(EngineOperations::add, Scope.TRANSLATE, Scope.ADMIN),
          room(LanguageOperations::add, Scope.TRANSLATE),
          room(WebhookOperations::add, Scope.DRAFTS, Scope.ADMIN),
          room(FeedOperations::add, Scope.DRAFTS, Scope.ADMIN),
          room(AccountOperations::add, Scope.ADMIN),
          room(AuditOperations::add, Scope.ADMIN),
          room(RetentionOperations::add, Scope.ADMIN),
          room(KeyOperations::add, Scope.ADMIN),
          room(HealthOperations::add, Scope.ADMIN));

  /**
   * A room of the API.
   *
   * @param scopes of which a key needs one
   */
  private record Room(Consumer<Operations> operations, Set<Scope> scopes) {}

  private static Room room(Consumer<Operations> operations, Scope... scopes) {
    return new Room(operations, Set.of(scopes));
  }

  private ApiRoutes() {}

  /** A router for everything below {@code /api/v1}, which validates requests by the contract. */
  static Future<Router> create(
      Vertx vertx,
      ApiContract description,
      HttpServices services,
      Entrance entrance,
      Blocking blocking,
      MachineCalls machines,
      LogWatch watch) {
    return OpenAPIContract.from(vertx, description.toJson())
        .map(contract -> RouterBuilder.create(vertx, contract, new FormExtractor()))
        .map(builder -> router(vertx, builder, services, entrance, blocking, machines, watch));
  }

  private static Router router(
      Vertx vertx,
      RouterBuilder builder,
      HttpServices services,
      Entrance entrance,
      Blocking blocking,
      MachineCalls machines,
      LogWatch watch) {
    builder.rootHandler(entrance.keyed(KeyReader.BEARER));
    builder.rootHandler(request -> answerRepeated(request, machines.repeated()));
    builder.rootHandler(ApiRoutes::requireText);
    Operations operations = new Operations(vertx, builder, services, blocking, machines, watch);
    operations.json("me", call -> me(call.account()));
    operations
        .opening(Set.of(Scope.DRAFTS, Scope.REVIEW))
        .download(
            "exportOwnData",
            call ->
                new Download(
                    "my-data.zip",
                    "application/zip",
                    services.admin().ownData().zip(call.account())));
    ROOMS.forEach(room -> room.operations().accept(operations.opening(room.scopes())));
    return builder.createRouter();
  }

  /** A sentence that was asked for before need not even be validated. */
  private static void answerRepeated(RoutingContext request, RepeatedAnswers repeated) {
    if (request.request().path().endsWith(SENTENCES)) {
      repeated.answer(request);
    } else {
      request.next();
    }
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

  private static JsonObject me(Account account) {
    return new JsonObject()
        .put("login", account.login())
        .put("displayName", account.displayName())
        .put("office", account.office().name())
        .put("roles", new JsonArray(account.roles().stream().map(PublicName::of).toList()));
  }
}
