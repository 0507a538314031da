package io.haidang.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.admin.AdminServices;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Sessions;
import io.haidang.gateway.campaign.Campaigns;
import io.haidang.gateway.clientterms.ClientServices;
import io.haidang.gateway.config.HttpAddress;
import io.haidang.gateway.discussion.Discussions;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.engine.Sentences;
import io.haidang.gateway.feed.EventFeed;
import io.haidang.gateway.http.kit.DialectSettings;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Monitoring;
import io.haidang.gateway.inbox.Inbox;
import io.haidang.gateway.library.LibraryServices;
import io.haidang.gateway.limit.Allowances;
import io.haidang.gateway.limit.KeyRegister;
import io.haidang.gateway.mail.Letters;
import io.haidang.gateway.mail.MailServer;
import io.haidang.gateway.memory.DeskMemory;
import io.haidang.gateway.memory.MemoryDesk;
import io.haidang.gateway.quality.Quality;
import io.haidang.gateway.queue.QueueServices;
import io.haidang.gateway.repeat.RepeatedRequests;
import io.haidang.gateway.report.Reports;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.testing.CapturedLog;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestCertificate;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.usage.UsageBooks;
import io.haidang.gateway.webhook.AddressRules;
import io.haidang.gateway.webhook.Webhooks;
import io.haidang.glossary.Glossary;
import io.haidang.translation.pipeline.SegmentTranslators;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that do not speak as clients should, over bare sockets. */
class HostileConnectionTest {

  private static final HttpLimits LIMITS =
      new HttpLimits(10_000, 10_000, 10_000, Duration.ofMillis(200), Duration.ofMinutes(1));
  private static final int PATIENCE_MILLIS = 20_000;

  private final TestDatabase store = TestDatabase.withNames(TestDatabase.Kind.H2_FILE);
  private final Vertx vertx = Vertx.vertx();
  private final CapturedLog log = new CapturedLog();
  @TempDir private Path folder;
  private DeskMemory memory;
  private Allowances allowances;
  private String key = "";
  private HttpServices services;
  private int port;

  @BeforeEach
  void start() {
    Database database = store.database();
    Clock clock = Clock.systemUTC();
    Accounts accounts = new Accounts(database, clock, TestAccount.CHEAP);
    Drafted drafted = Drafted.in(database, target -> {}, clock);
    key = accounts.createApiKey(drafted.editor().id(), "test");
    Terminology terms = Terminology.open(database, Glossary.starter(), clock);
    memory = DeskMemory.open(database, folder, clock);
    allowances = Allowances.open(database, clock);
    services =
        new HttpServices(
            accounts,
            new Sessions(database, accounts, clock),
            drafted.drafts(),
            StoryServices.open(
                database,
                StoryNames.released(database, terms.released()),
                target -> {},
                kind -> true,
                clock),
            LibraryServices.open(database, accounts, clock),
            new Reports(database),
            new ReviewDesk(database, terms.released(), target -> {}, clock),
            new Quality(database, clock),
            QueueServices.open(database, accounts, clock),
            new Discussions(database, clock),
            new Inbox(database, clock),
            new Letters(database, MailServer.OFF, clock),
            terms,
            ClientServices.open(database, terms.released(), clock),
            new Campaigns(database, terms, clock),
            new Sentences(
                kind -> SegmentTranslators.firstOf(List.of()), terms.released(), allowances),
            Drafted.noTexts(terms.released(), allowances),
            Drafted.noDocuments(database, allowances, clock),
            Drafted.noRewrites(),
            new MemoryDesk(database, memory, terms.released(), clock),
            new UsageBooks(database, clock),
            allowances,
            new KeyRegister(database, accounts, clock),
            new Webhooks(database, AddressRules.PUBLIC_ONLY, clock),
            new Visibility(database),
            new RepeatedRequests(database, clock),
            new EventFeed(database),
            AdminServices.open(database, clock),
            DialectSettings.DESK,
            Monitoring.NONE,
            clock);
    port = listen(HttpAddress.plain("127.0.0.1", 0));
  }

  private int listen(HttpAddress address) {
    CompletableFuture<Integer> bound = new CompletableFuture<>();
    await(vertx.deployVerticle(verticle(address, bound::complete)));
    return bound.join();
  }

  private HttpVerticle verticle(HttpAddress address, IntConsumer bound) {
    return new HttpVerticle(
        services,
        (router, unused, bodies, blocking, strangers, watch) -> {},
        LIMITS,
        false,
        address,
        bound);
  }

  @AfterEach
  void stop() {
    await(vertx.close());
    log.close();
    allowances.close();
    memory.close();
    store.close();
  }

  @Test
  void tls_presentVersions_areSpokenAndAskedForNextTime() throws Exception {
    TestCertificate certificate = TestCertificate.in(folder);
    int secure = listen(certificate.address());

    for (String version : List.of("TLSv1.2", "TLSv1.3")) {
      HttpResponse<String> answer = certificate.get(secure, "/health/live", version);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo(version);
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
    }
  }

  @Test
  void tls_oldVersions_areSwitchedOff() throws Exception {
    HttpAddress address = TestCertificate.in(folder).address();

    assertThat(verticle(address, port -> {}).options().getEnabledSecureTransportProtocols())
        .containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
  }

  @Test
  void tls_whereItIsSpoken_nothingElseIsAnswered() throws Exception {
    port = listen(TestCertificate.in(folder).address());

    assertThat(exchange("GET /health/live HTTP/1.1\r\nHost: desk\r\n\r\n"))
        .doesNotContain("HTTP/1.1 200");
  }

  @Test
  @Provokes(ErrorCode.REQUEST_TIMEOUT)
  void body_thatTricklesIn_isRefusedAndCutOff() throws IOException {
    String answer = exchange(head("Content-Length: 1000") + "{\"content\": \"Nội dung mật");

    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("application/problem+json");
    assertThat(answer).contains("\"code\":\"request-timeout\"").doesNotContain("mật");
    note(ErrorCode.REQUEST_TIMEOUT, answer);
  }

  @Test
  @Provokes(ErrorCode.TEXT_TOO_LARGE)
  void body_announcedTooLarge_isRefusedBeforeItIsSent() throws IOException {
    String answer = exchange(head("Content-Length: 50000000") + "{");

    assertThat(answer).startsWith("HTTP/1.1 413 ");
    note(ErrorCode.TEXT_TOO_LARGE, answer);
  }

  @Test
  @Provokes(ErrorCode.TEXT_TOO_LARGE)
  void body_inChunksWithoutEnd_isRefusedAtTheLimit() throws IOException {
    String chunk = "1000\r\n" + "a".repeat(0x1000) + "\r\n";

    String answer = exchange(head("Transfer-Encoding: chunked") + chunk.repeat(8));

    assertThat(answer).startsWith("HTTP/1.1 413 ");
    note(ErrorCode.TEXT_TOO_LARGE, answer);
  }

  @Test
  @Provokes(ErrorCode.INVALID_REQUEST)
  void headers_longerThanTheLimit_areRefused() throws IOException {
    String answer = exchange(head("X-Long: " + "a".repeat(20_000)));

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    note(ErrorCode.INVALID_REQUEST, answer);
  }

  @Test
  @Provokes(ErrorCode.INVALID_REQUEST)
  void bytes_thatAreNoHttp_areRefused() throws IOException {
    String answer = exchange("\u0016\u0003\u0001 no http at all\r\n\r\n");

    assertThat(answer.lines()).first().asString().endsWith(" 400 Bad Request");
    note(ErrorCode.INVALID_REQUEST, answer);
  }

  @Test
  void client_thatHangsUp_leavesNoFaultInTheLog() throws IOException {
    try (Socket socket = connect()) {
      write(socket, head("Content-Length: 1000") + "{");
    }
    exchange(head("Content-Length: 2") + "{}");

    assertThat(log.lines()).noneMatch(line -> line.contains(" failed"));
  }

  private String head(String header) {
    return "POST /api/v1/drafts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Connection: close\r\nAuthorization: Bearer "
        + key
        + "\r\n"
        + header
        + "\r\n\r\n";
  }

  /** Sends, and reads until the server hangs up. */
  private String exchange(String request) throws IOException {
    try (Socket socket = connect()) {
      write(socket, request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void note(ErrorCode code, String answer) {
    if (answer.contains("\"code\":\"" + code.id() + "\"")) {
      Provoked.note(code);
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
