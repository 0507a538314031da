package io.haidang.gateway.functional;

import static io.haidang.gateway.functional.ScriptedProviders.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is counted while texts pass, and that nothing of them gets into it. */
class MetricsTest {

  @RegisterExtension
  static final ScriptedProviders PROVIDERS =
      new ScriptedProviders(
          provider("abroad", "vi-de") + "route.vi-de=abroad\nroute.vi-en=local\n");

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway(PROVIDERS::settings);

  @Test
  void draft_onItsWay_isCountedInEveryStep() {
    String name = "Nguyễn-" + UUID.randomUUID();
    String text = "Ông " + name + " đã kết thúc chuyến thăm vào hôm qua.";
    GATEWAY.translated(text);

    String metrics = GATEWAY.metrics();
    assertThat(value(metrics, "haidang_segments_total{engine=\"bundled/vi-en\",outcome="))
        .isPositive();
    assertThat(value(metrics, "haidang_job_runs_seconds_count{outcome=\"done\"}")).isPositive();
    assertThat(value(metrics, "haidang_model_batch_rows_count{model=\"bundled/vi-en\""))
        .isPositive();
    assertThat(value(metrics, "haidang_cache_lookups_total{result=\"miss\"}")).isPositive();
    assertThat(value(metrics, "haidang_health{component=\"database\"}")).isEqualTo(1);
    assertThat(value(metrics, "haidang_models_memory_bytes")).isPositive();
    assertThat(value(metrics, "haidang_process_resident_bytes")).isPositive();
    assertThat(value(metrics, "haidang_database_connections{state=\"idle\"}")).isNotNegative();
    assertThat(metrics).doesNotContain(name, "đã kết thúc");
    await() // The database is counted every few seconds.
        .atMost(Duration.ofSeconds(20))
        .until(() -> value(GATEWAY.metrics(), "haidang_targets{state=\"in-review\"}") > 0);
  }

  @Test
  void requests_ofManyAddresses_areOneLineForEachRoute() throws Exception {
    String route = "haidang_http_requests_seconds_count{method=\"GET\",route=\"/api/v1/targets/";
    for (int i = 0; i < 5; i++) {
      GATEWAY.editor().tryGet("targets/" + UUID.randomUUID());
      assertThat(status("/no/such/page/" + UUID.randomUUID())).isEqualTo(404);
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(lines(GATEWAY.metrics(), route)).isNotEmpty());
    String metrics = GATEWAY.metrics();
    assertThat(lines(metrics, route)).hasSizeLessThanOrEqualTo(2).allMatch(l -> l.contains("id"));
    assertThat(lines(metrics, "haidang_http_requests_seconds_count"))
        .noneMatch(line -> line.contains("no/such"))
        .anyMatch(line -> line.contains("status=\"404\""));
  }

  @Test
  void provider_thatIsAsked_isCountedWithTokensAndCost() {
    String text = GATEWAY.secret("Thành phố khai mạc lễ hội biển vào tối thứ bảy tuần này.");
    String target =
        GATEWAY
            .editor()
            .trySubmit(text, Map.of("targetLanguages", List.of("de")))
            .json()
            .path("targets")
            .path(0)
            .path("id")
            .asText();
    GATEWAY.awaitState(target, "in-review");

    String metrics = GATEWAY.metrics();
    String labels = "model=\"model-of-abroad\",";
    assertThat(value(metrics, "haidang_provider_calls_seconds_count{" + labels)).isPositive();
    assertThat(value(metrics, "haidang_provider_tokens_total{direction=\"input\"," + labels))
        .isNotNegative();
    assertThat(value(metrics, "haidang_provider_cost_total{" + labels)).isNotNegative();
    assertThat(metrics).doesNotContain(ScriptedProviders.KEY);
  }

  @Test
  void signIn_refused_isCounted() {
    double before = value(GATEWAY.metrics(), "haidang_sign_ins_refused_total");
    try {
      GATEWAY.gateway().accounts().signIn("nobody", "wrong");
    } catch (RuntimeException refused) {
      assertThat(refused).isNotNull();
    }
    assertThat(value(GATEWAY.metrics(), "haidang_sign_ins_refused_total")).isEqualTo(before + 1);
  }

  @Test
  void metrics_onTheDeskItself_areNotThere() throws Exception {
    assertThat(status("/metrics")).isEqualTo(404);
  }

  private static int status(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(GATEWAY.address() + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static List<String> lines(String metrics, String start) {
    return metrics.lines().filter(line -> line.startsWith(start)).toList();
  }

  /** The sum of the lines that begin so. */
  private static double value(String metrics, String start) {
    List<String> found = lines(metrics, start);
    assertThat(found).as(start).isNotEmpty();
    return found.stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
