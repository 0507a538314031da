package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.testing.TestFolders;
import io.haidang.translation.review.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server is killed while files are handed in; whoever got no answer sends the same again. */
class UploadKillIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final List<String> LIBRARIES = List.of("/onnxruntime-java", "/vertx-cache-");

  /** More than a system keeps of a connection that nobody reads. */
  private static final int HALF = 15_000_000;

  private final Path data = TestFolders.temporary();
  private final Path scratch = TestFolders.temporary();
  private final TestDatabase database = TestDatabase.withNames(TestDatabase.Kind.POSTGRESQL);
  private final Jdbi sql = database.database().jdbi();

  @AfterEach
  void delete() {
    database.close();
    TestFolders.delete(data);
    TestFolders.delete(scratch);
  }

  @Test
  void uploads_serverKilledBeforeInAndAfterTheWriting_areTakenInOnceWhenSentAgain()
      throws Exception {
    String key = key();
    ServerProcess first = start();
    Set<String> files = files();
    try (Socket half = new Socket();
        Handle assets = sql.open();
        Handle requests = sql.open()) {
      ApiClient api = new ApiClient(first.address(), key);
      hold(assets, "lock table asset in share row exclusive mode");
      sendLater(api, "written");
      awaitBegun("written");
      hold(requests, "select * from repeatable_request where request_key = 'written' for update");
      assets.rollback();
      await().atMost(PATIENCE).until(() -> count("asset") == 1);
      hold(assets, "lock table asset in share row exclusive mode");
      sendLater(api, "unwritten");
      awaitBegun("unwritten");
      sendHalf(half, first.address(), key);

      first.kill();

      forgetTheDead();
      assets.rollback();
      requests.rollback();
    }
    assertThat(files()).isEqualTo(files);
    assertThat(count("asset")).isEqualTo(1);
    assertThat(count("story")).isEqualTo(1);
    assertThat(count("content where digest is null")).isZero();
    sql.useHandle(
        handle ->
            handle.execute(
                "update repeatable_request set created_at = created_at - interval '1 minute'"));

    ServerProcess second = start();
    try {
      ApiClient api = new ApiClient(second.address(), key);
      String written = sendTwice(api, "written");
      sendTwice(api, "unwritten");
      sendTwice(api, "half");

      assertThat(count("asset where id = '" + written + "'")).isEqualTo(1);
      assertThat(count("asset")).isEqualTo(3);
      assertThat(count("story")).isEqualTo(3);
    } finally {
      second.kill();
    }
  }

  private static String sendTwice(ApiClient api, String name) {
    Answer answer = send(api, name);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(send(api, name).body()).isEqualTo(answer.body());
    return answer.json().path("id").asText();
  }

  private static Answer send(ApiClient api, String name) {
    return api.with("Idempotency-Key", name)
        .tryForm(
            "drafts",
            Map.of("title", name, "sourceLanguage", "vi", "targetLanguages", Set.of("en")),
            Map.of("file", page()),
            name + ".html");
  }

  private static void sendLater(ApiClient api, String name) {
    CompletableFuture<Answer> unused = CompletableFuture.supplyAsync(() -> send(api, name));
  }

  /** Little to read and much to carry. */
  private static byte[] page() {
    return ("<!-- " + "x".repeat(900_000) + " --><p>Cảng Hải Phòng đón ba tàu lớn.</p>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns when the server has read most of it. */
  private static void sendHalf(Socket socket, String address, String key) throws IOException {
    URI server = URI.create(address);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
    String head =
        "POST /api/v1/drafts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + key
            + "\r\nIdempotency-Key: half\r\nContent-Type: multipart/form-data; boundary=border\r\n"
            + "Content-Length: "
            + 2 * HALF
            + "\r\n\r\n--border\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"half.html\"\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write("x".repeat(HALF).getBytes(StandardCharsets.US_ASCII));
  }

  private static void hold(Handle handle, String statement) {
    handle.begin();
    handle.execute(statement);
  }

  private void awaitBegun(String key) {
    await()
        .atMost(PATIENCE)
        .until(() -> count("repeatable_request where request_key = '" + key + "'") == 1);
  }

  /** What a killed server had sent already must not be done when the locks are gone. */
  private void forgetTheDead() {
    sql.useHandle(
        handle ->
            handle.execute(
                "select pg_cancel_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and wait_event_type = 'Lock'"));
  }

  private int count(String what) {
    return sql.withHandle(
        handle -> handle.createQuery("select count(*) from " + what).mapTo(int.class).one());
  }

  private ServerProcess start() throws IOException {
    return ServerProcess.start(
        data,
        List.of(),
        Map.of(
            "HAIDANG_DATABASE_URL", database.url(),
            "HAIDANG_DATABASE_USER", database.user(),
            "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + scratch));
  }

  /** Without what libraries copy out of their archives. */
  private Set<String> files() throws IOException {
    try (Stream<Path> here = Files.walk(data);
        Stream<Path> there = Files.walk(scratch)) {
      return Stream.concat(here, there)
          .map(Path::toString)
          .filter(file -> LIBRARIES.stream().noneMatch(file::contains))
          .collect(Collectors.toSet());
    }
  }

  private String key() {
    Accounts accounts = new Accounts(database.database(), Clock.systemUTC());
    return accounts.createApiKey(
        accounts.create("lan", "Lan", Office.FIRST, "secret", Set.of(Role.EDITOR)).id(), "test");
  }
}
