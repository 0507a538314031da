package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Sessions;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.http.kit.Blocking;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.web.kit.Assets;
import io.haidang.gateway.web.kit.PageHandler;
import io.haidang.gateway.web.kit.Renderer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody who is signed in sees while the database cannot say who that is. */
class DatabaseAwayTest {

  private final Vertx vertx = Vertx.vertx();
  private String address = "";

  @BeforeEach
  void start() {
    ErrorPages errors = new ErrorPages(renderer(), withoutDatabase());
    Router router = Router.router(vertx);
    router
        .get("/away")
        .handler(
            request ->
                request.fail(new ConnectionException(new SQLException("no route", "08001"))));
    router
        .get("/unknown")
        .handler(
            request ->
                request.fail(
                    new GatewayException(
                        ErrorCode.NOT_FOUND, "target: unknown (expected: a known one)")));
    router.route().failureHandler(errors::fail);
    HttpServer server =
        await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    address = "http://127.0.0.1:" + server.actualPort();
  }

  @AfterEach
  void stop() {
    await(vertx.close());
  }

  private static Renderer renderer() {
    return new Renderer(new Assets(), account -> 0, () -> 0);
  }

  private PageHandler withoutDatabase() {
    try (TestDatabase store = TestDatabase.open(TestDatabase.Kind.H2_FILE)) {
      Database database = store.database();
      Clock clock = Clock.systemUTC();
      Accounts accounts = new Accounts(database, clock, TestAccount.CHEAP);
      return new PageHandler(
          new Sessions(database, accounts, clock), new Visibility(database), new Blocking(vertx));
    }
  }

  @Test
  void database_away_isExplainedAndSaysWhenToComeBack() throws Exception {
    HttpResponse<String> answer = get("/away");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("<h1>Cơ sở dữ liệu không trả lời</h1>");
  }

  @Test
  void anythingElse_whileTheDatabaseIsAway_isExplainedToo() throws Exception {
    HttpResponse<String> answer = get("/unknown");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("<h1>Không tìm thấy</h1>");
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .headers("Cookie", "haidang_session=who-knows", "Accept-Language", "vi")
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
