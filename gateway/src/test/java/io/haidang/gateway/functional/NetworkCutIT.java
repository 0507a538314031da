package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.TcpProxy;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.testing.TestFolders;
import io.haidang.translation.review.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cable between two nodes is cut, and mended; the database is there for both. */
class NetworkCutIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String LEFT = "a node left, 1 now";

  private static final int SENTENCES = 40;

  private final AtomicInteger number = new AtomicInteger();
  private final Path folder = TestFolders.temporary();
  private final TestDatabase database = TestDatabase.withNames(TestDatabase.Kind.POSTGRESQL);
  private final TwoHosts hosts = TwoHosts.open();
  private final TcpProxy gate =
      TcpProxy.at(
          TwoHosts.gate(),
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(), URI.create(database.url().substring(5)).getPort()));
  private final List<ServerProcess> nodes = new ArrayList<>();
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void stop() throws InterruptedException {
    callers.shutdownNow();
    for (ServerProcess node : nodes) {
      node.kill();
    }
    gate.close();
    hosts.close();
    database.close();
    TestFolders.delete(folder);
  }

  @Test
  void cluster_cutInTwo_answersOnBothSidesAndIsOneAgainByItself() throws Exception {
    String key = key();
    List<ApiClient> sides = List.of(start(0, key), start(1, key));
    await().atMost(PATIENCE).until(() -> areShared(sides.get(0), 1));
    List<String> targets = sides.stream().map(NetworkCutIT::submit).toList();
    await().atMost(PATIENCE).until(() -> targets.stream().allMatch(t -> done(sides.get(0), t) > 0));
    AtomicBoolean isOver = new AtomicBoolean();
    List<CompletableFuture<Set<Integer>>> portals =
        sides.stream().map(side -> ask(side, isOver)).toList();

    hosts.cut();
    await().atMost(PATIENCE).until(() -> saw(0, LEFT) && saw(1, LEFT));
    isOver.set(true);

    for (CompletableFuture<Set<Integer>> portal : portals) {
      assertThat(portal.join()).containsExactly(200);
    }
    sides.forEach(side -> assertThat(translate(side).status()).isEqualTo(200));

    hosts.heal();

    for (String target : targets) {
      await().atMost(PATIENCE).until(() -> done(sides.get(0), target) == SENTENCES);
      assertThat(reported(sides.get(0), target)).isEqualTo(indices());
    }
    await().atMost(PATIENCE).until(() -> areShared(sides.get(0), 1));
    await().atMost(PATIENCE).until(() -> areShared(sides.get(1), 0));
  }

  private ApiClient start(int host, String key) throws IOException {
    ServerProcess node =
        ServerProcess.start(
            TwoHosts.at(host),
            Files.createDirectory(folder.resolve("node" + host)),
            List.of("--cluster"),
            Map.of(
                "HAIDANG_HTTP_HOST", TwoHosts.address(host),
                "HAIDANG_METRICS_ADDRESS", TwoHosts.address(host) + ":9464",
                "HAIDANG_DATABASE_URL",
                    database.url().replaceFirst("//[^/]+/", "//" + gate(gate) + "/"),
                "HAIDANG_DATABASE_USER", database.user(),
                "HAIDANG_CLUSTER_ADDRESS", member(host),
                "HAIDANG_CLUSTER_MEMBERS", member(0) + "," + member(1),
                "HAIDANG_WORKERS", "1"));
    nodes.add(node);
    return new ApiClient(node.address(), key);
  }

  private static String gate(TcpProxy gate) {
    return TwoHosts.gate().getHostAddress() + ":" + gate.port();
  }

  private static String member(int host) {
    return TwoHosts.address(host) + ":5701";
  }

  /** Asks one sentence after the other; the statuses of the answers. */
  private CompletableFuture<Set<Integer>> ask(ApiClient side, AtomicBoolean isOver) {
    return CompletableFuture.supplyAsync(
        () -> {
          Set<Integer> statuses = new HashSet<>();
          while (!isOver.get()) {
            statuses.add(translate(side).status());
          }
          return statuses;
        },
        callers);
  }

  /** Whether a node has others do what it is asked for. */
  private boolean areShared(ApiClient side, int other) {
    double before = batches(other);
    IntStream.range(0, 4).forEach(n -> translate(side));
    return batches(other) > before;
  }

  private Answer translate(ApiClient side) {
    return side.tryPost(
        "translations",
        Map.of(
            "text",
            sentence(number.incrementAndGet()),
            "sourceLanguage",
            "vi",
            "targetLanguage",
            "en"));
  }

  private static String submit(ApiClient side) {
    String text =
        IntStream.range(0, SENTENCES)
            .mapToObj(n -> sentence(n).replace("thành phố", "Sở Ngoại vụ"))
            .collect(Collectors.joining("\n"));
    return side.submit(text).path("targets").path(0).path("id").asText();
  }

  private static String sentence(int n) {
    return "Ngày " + n + " tháng này, thành phố đón " + (n + 7) + " vị khách quốc tế.";
  }

  private static int done(ApiClient api, String target) {
    return api.get("targets/" + target).path("segmentsDone").asInt();
  }

  /** The segments that the log of a text tells of, in its order. */
  private static List<Integer> reported(ApiClient api, String target) {
    List<Integer> reported = new ArrayList<>();
    for (JsonNode event : api.get("targets/" + target + "/events").path("events")) {
      if (event.path("type").asText().equals("segments-translated")) {
        JsonNode batch = event.path("data");
        IntStream.rangeClosed(batch.path("from").asInt(), batch.path("to").asInt())
            .forEach(reported::add);
      }
    }
    return reported;
  }

  private static List<Integer> indices() {
    return IntStream.range(0, SENTENCES).boxed().toList();
  }

  private boolean saw(int host, String line) throws IOException {
    return Files.readString(folder.resolve("node" + host).resolve("server.log")).contains(line);
  }

  private static double batches(int host) {
    URI at = URI.create("http://" + TwoHosts.address(host) + ":9464/metrics");
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith("haidang_model_batch_rows_count"))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String key() {
    Accounts accounts = new Accounts(database.database(), Clock.systemUTC());
    return accounts.createApiKey(
        accounts.create("lan", "Lan", Office.FIRST, "secret", Set.of(Role.EDITOR)).id(), "test");
  }
}
