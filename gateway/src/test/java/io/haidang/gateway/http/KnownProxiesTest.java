package io.haidang.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.config.HttpAddress;
import io.haidang.gateway.http.kit.Answers;
import io.haidang.gateway.webhook.AddressBlock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose word counts for TLS, over real connections from this machine. */
class KnownProxiesTest {

  private static final List<AddressBlock> ELSEWHERE =
      List.of(AddressBlock.of("10.1.0.0/16"), AddressBlock.of("::1"));

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    await(vertx.close());
  }

  @Test
  void header_fromAKnownProxy_isBelieved() throws Exception {
    assertThat(answer(HttpAddress.LOOPBACK, "https")).isEqualTo("true");
  }

  @Test
  void header_fromAnybodyElse_isNotBelieved() throws Exception {
    assertThat(answer(ELSEWHERE, "https")).isEqualTo("false");
    assertThat(answer(List.of(), "https")).isEqualTo("false");
  }

  @Test
  void header_thatSaysNoTls_makesNothingPrivate() throws Exception {
    assertThat(answer(HttpAddress.LOOPBACK, "http")).isEqualTo("false");
    assertThat(answer(HttpAddress.LOOPBACK, "https, http")).isEqualTo("false");
  }

  private String answer(List<AddressBlock> proxies, String protocol)
      throws IOException, InterruptedException {
    Router router = Router.router(vertx);
    router.route().handler(new KnownProxies(proxies));
    router.route().handler(request -> request.end(String.valueOf(Answers.isPrivate(request))));
    HttpServer server =
        await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    URI address = URI.create("http://127.0.0.1:" + server.actualPort());
    HttpRequest request =
        HttpRequest.newBuilder(address).header("X-Forwarded-Proto", protocol).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
