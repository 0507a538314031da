package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.node.Gateway;
import io.haidang.gateway.testing.CapturedLog;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.TcpProxy;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestConfig;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.testing.TestFolders;
import io.haidang.translation.review.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that is slow, and one that hangs: neither refuses nor answers. */
class SlowDatabaseTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int CALLERS = 20;
  private static final Duration DELAY = Duration.ofMillis(40);

  /** What needs no database is answered meanwhile; the machine may be busy. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  /** The wait for a connection, and the last probe of one that is dead. */
  private static final Duration BOUND = Duration.ofSeconds(12);

  private final Path folder = TestFolders.temporary();
  private final TestDatabase database = TestDatabase.withNames(TestDatabase.Kind.POSTGRESQL);
  private final TcpProxy proxy =
      TcpProxy.at(
          InetAddress.getLoopbackAddress(),
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(),
              URI.create(database.url().substring("jdbc:".length())).getPort()));
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final CapturedLog log = new CapturedLog();
  private Gateway gateway;

  @BeforeEach
  void start() {
    String slow = database.url().replaceFirst("//[^/]+/", "//127.0.0.1:" + proxy.port() + "/");
    gateway =
        Gateway.start(
            TestConfig.in(folder).on(slow + "&socketTimeout=5", database.user()).build(),
            TestAccount.CHEAP);
  }

  @AfterEach
  void stop() {
    callers.shutdownNow();
    proxy.speak();
    gateway.close();
    proxy.close();
    database.close();
    log.close();
    TestFolders.delete(folder);
  }

  @Test
  @Provokes(ErrorCode.DATABASE_UNAVAILABLE)
  void database_slowThenSilent_blocksNobodyElseAndIsSaidSoon() {
    ApiClient api = editor();
    proxy.delay(DELAY);
    assertThat(api.trySubmit("Hội nghị đã kết thúc.", Map.of()).status()).isEqualTo(202);
    proxy.delay(Duration.ZERO);

    proxy.fallSilent();
    List<CompletableFuture<Answer>> answers =
        IntStream.range(0, CALLERS)
            .mapToObj(n -> CompletableFuture.supplyAsync(() -> api.tryGet("drafts"), callers))
            .toList();
    List<Duration> live = new ArrayList<>();
    await()
        .dontCatchUncaughtExceptions()
        .atMost(BOUND)
        .until(
            () -> {
              live.add(askLive());
              return answers.stream().allMatch(CompletableFuture::isDone);
            });
    proxy.speak();

    assertThat(answers).allSatisfy(answer -> assertUnavailable(answer.join()));
    Provoked.note(ErrorCode.DATABASE_UNAVAILABLE);
    assertThat(live).allMatch(wait -> wait.compareTo(AT_ONCE) < 0);
    assertThat(log.lines()).noneMatch(line -> line.contains("has been blocked for"));
    await().dontCatchUncaughtExceptions().until(() -> api.tryGet("drafts").status() == 200);
  }

  private static void assertUnavailable(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("database-unavailable");
    assertThat(answer.header("Retry-After")).isNotEmpty();
  }

  private Duration askLive() throws IOException, InterruptedException {
    long start = System.nanoTime();
    int status =
        HTTP.send(
                HttpRequest.newBuilder(URI.create(gateway.address() + "/health/live")).build(),
                BodyHandlers.discarding())
            .statusCode();
    assertThat(status).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private ApiClient editor() {
    Account account =
        gateway.accounts().create("lan", "Lan", Office.FIRST, "secret", Set.of(Role.EDITOR));
    return new ApiClient(gateway.address(), gateway.accounts().createApiKey(account.id(), "test"));
  }
}
