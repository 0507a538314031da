package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.node.Gateway;
import io.haidang.translation.review.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several nodes as one: who translates, and what a lost one costs. */
class ClusterIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration IN_FORCE = Duration.ofSeconds(2);
  private static final int CALLERS = 8;

  private static final String NOTHING_LOADED = "haidang_models_memory_bytes 0.0";

  private final Nodes nodes = new Nodes();

  @AfterEach
  void stop() throws Exception {
    nodes.stop();
  }

  @Test
  void sentence_gatewayThatLeavesTranslatingToOthers_isTheWorkersWork() throws Exception {
    Gateway gateway = nodes.gateway(false);
    ApiClient api = editor(gateway);
    nodes.worker(Map.of());

    assertThat(translate(api, "Sở Tài chính họp báo sáng nay.").path("text").asText())
        .contains("Department of Finance");

    assertThat(metrics(gateway)).contains(NOTHING_LOADED);
  }

  @Test
  void sentence_nobodyElse_isTranslatedByTheGatewayItself() throws Exception {
    Gateway gateway = nodes.gateway(false);

    JsonNode answer = translate(editor(gateway), "Sở Tài chính họp báo sáng nay.");

    assertThat(answer.path("text").asText()).contains("Department of Finance");
    assertThat(metrics(gateway)).doesNotContain(NOTHING_LOADED);
  }

  @Test
  void sentences_workerKilledMeanwhile_areAllAnswered() throws Exception {
    Gateway gateway = nodes.gateway(false);
    ApiClient api = editor(gateway);
    ServerProcess lost = nodes.worker(Map.of());
    nodes.worker(Map.of());
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<CompletableFuture<Answer>> answers =
          IntStream.range(0, 10 * CALLERS)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> ask(api, sentence(n)), callers))
              .toList();
      await().atMost(PATIENCE).until(() -> answers.stream().anyMatch(CompletableFuture::isDone));

      lost.kill();

      assertThat(answers).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void job_workerKilled_isFinishedByAnotherOnce() throws Exception {
    Gateway gateway = nodes.gateway(false);
    ApiClient api = editor(gateway);
    ServerProcess lost = nodes.worker(Map.of());
    String text =
        IntStream.range(0, 60).mapToObj(ClusterIT::sentence).collect(Collectors.joining("\n"));
    String target = api.submit(text).path("targets").path(0).path("id").asText();
    await().atMost(PATIENCE).until(() -> done(api, target) >= 16);

    lost.kill();
    nodes.worker(Map.of());

    await().atMost(PATIENCE).until(() -> done(api, target) == 60);
    assertThat(
            api.get("targets/" + target + "/segments").path("segments").findValuesAsText("index"))
        .isEqualTo(IntStream.range(0, 60).mapToObj(String::valueOf).toList());
  }

  @Test
  void gateways_restartedOneAfterTheOther_answerEveryRequest() throws Exception {
    Gateway first = nodes.gateway(true);
    ApiClient api = editor(first);
    Gateway second = nodes.gateway(true);
    ReadyNodes ready = new ReadyNodes(first, second);
    ExecutorService callers = Executors.newFixedThreadPool(2);
    AtomicBoolean isOver = new AtomicBoolean();
    try {
      List<Future<Set<Integer>>> portals =
          List.of(
              callers.submit(() -> statuses(api, ready, isOver)),
              callers.submit(() -> statuses(api, ready, isOver)));

      first.close();
      ready.add(nodes.gateway(true));
      second.close();

      isOver.set(true);
      for (Future<Set<Integer>> portal : portals) {
        assertThat(portal.get()).containsExactly(200);
      }
    } finally {
      isOver.set(true);
      callers.shutdownNow();
    }
  }

  private static Set<Integer> statuses(ApiClient api, ReadyNodes ready, AtomicBoolean isOver) {
    Set<Integer> statuses = new HashSet<>();
    for (int n = 0; !isOver.get(); n++) {
      statuses.add(ask(api.at(ready.next()), sentence(n)).status());
    }
    return statuses;
  }

  @Test
  void change_atOneGateway_isInForceAtTheOther() {
    Gateway first = nodes.gateway(true);
    Gateway second = nodes.gateway(false);
    ApiClient keeper = colleague(first, "mai", Role.TERMINOLOGIST);
    ApiClient decider = colleague(first, "nam", Role.TERMINOLOGIST);
    JsonNode name = keeper.proposeName("nhà-đèn", "Nhà đèn Long Châu", "Long Chau Lighthouse");
    ApiClient elsewhere = keeper.at(second.address());
    String before = elsewhere.get("glossary").path("release").asText();

    decider.tryDecideOn("approve", "", name.path("id").asText());

    await()
        .atMost(IN_FORCE)
        .until(() -> !elsewhere.get("glossary").path("release").asText().equals(before));
    assertThat(
            translate(colleague(second, "hoa", Role.EDITOR), "Nhà đèn Long Châu mở cửa.")
                .path("text")
                .asText())
        .contains("Long Chau Lighthouse");

    first.accounts().apiKeys().revoke("mai", "test");

    assertThat(elsewhere.tryGet("glossary").status()).isEqualTo(401);
  }

  private static int done(ApiClient api, String target) {
    return api.get("targets/" + target).path("segmentsDone").asInt();
  }

  private static String sentence(int n) {
    return "Ngày " + n + " tháng này, thành phố đón " + (n + 7) + " vị khách quốc tế.";
  }

  private static JsonNode translate(ApiClient api, String text) {
    return api.post("translations", request(text));
  }

  private static Answer ask(ApiClient api, String text) {
    return api.tryPost("translations", request(text));
  }

  private static Map<String, String> request(String text) {
    return Map.of("text", text, "sourceLanguage", "vi", "targetLanguage", "en");
  }

  private static ApiClient editor(Gateway gateway) {
    return colleague(gateway, "lan", Role.EDITOR);
  }

  private static ApiClient colleague(Gateway gateway, String login, Role role) {
    Account account = gateway.accounts().create(login, login, Office.FIRST, "secret", Set.of(role));
    return new ApiClient(gateway.address(), gateway.accounts().createApiKey(account.id(), "test"));
  }

  private static String metrics(Gateway gateway) throws Exception {
    URI at = URI.create("http://127.0.0.1:" + gateway.metricsPort().orElseThrow() + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString())
        .body();
  }
}
