package io.haidang.gateway.functional;

import static io.haidang.gateway.functional.ScriptedProviders.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.haidang.gateway.testing.Collector;
import io.haidang.gateway.testing.ReceivedSpan;
import io.haidang.gateway.traces.Attribute;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a collector is told while texts pass, and that nothing of them gets into it. */
class TracesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String CALLER = "b7ad6b7169203331";

  @RegisterExtension
  static final ScriptedProviders PROVIDERS =
      new ScriptedProviders(
          provider("abroad", "vi-de") + "route.vi-de=abroad\nroute.vi-en=local\n");

  @RegisterExtension static final Collector COLLECTOR = Collector.start();

  @RegisterExtension
  static final RunningGateway GATEWAY =
      new RunningGateway(PROVIDERS::settings, config -> config.with(COLLECTOR.settings()));

  /** Over whatever all tests have sent. */
  @AfterAll
  static void spans_all_sayOnlyWhatIsListed() {
    List<ReceivedSpan> spans = COLLECTOR.spans();
    assertThat(spans).isNotEmpty();
    assertThat(spans.stream().flatMap(span -> span.attributes().keySet().stream()).distinct())
        .isSubsetOf(Stream.of(Attribute.values()).map(Attribute::key).toList());
    assertThat(spans)
        .allSatisfy(
            span -> {
              assertThat(span.attributes().values()).noneMatch(value -> value.contains(" "));
              assertThat(span.remarks()).isZero();
            });
  }

  @Test
  void draft_onItsWay_isOneTraceOfItsJob() {
    String name = "Nguyễn-" + UUID.randomUUID();
    String target =
        GATEWAY.translated("Ông " + name + " đã kết thúc chuyến thăm vào hôm qua.\nÔng cảm ơn.");

    ReceivedSpan job =
        arrived(span -> span.isNamed("job") && span.attribute("haidang.job.id").equals(target));
    assertThat(job.parentId()).isEmpty();
    assertThat(job.attributes())
        .containsEntry("haidang.job.kind", "translation")
        .containsEntry("haidang.language.source", "vi")
        .containsEntry("haidang.language.target", "en")
        .containsEntry("haidang.segments", "2")
        .containsEntry("haidang.outcome", "done");
    ReceivedSpan translate = step(job, "translate");
    assertThat(translate.attributes())
        .containsEntry("haidang.engine", "bundled/vi-en")
        .containsEntry("haidang.segments", "2")
        .containsEntry("haidang.segments.remembered", "0");
    assertThat(step(translate, "generate").attributes())
        .containsEntry("haidang.model", "bundled/vi-en")
        .containsEntry("haidang.priority", "bulk");
    assertThat(COLLECTOR.everything())
        .doesNotContain(name, "đã kết thúc", "cảm ơn", "visit", "editor");
  }

  @Test
  void sentence_somebodyWaitsFor_isPartOfTheTraceOfTheCaller() throws Exception {
    String trace = UUID.randomUUID().toString().replace("-", "");
    HttpResponse<String> answer =
        post(
            "/api/v1/translations?secret=query-of-somebody",
            Map.of(
                "text",
                GATEWAY.secret("Sở Tài chính họp báo lúc 9 giờ sáng nay."),
                "sourceLanguage",
                "vi",
                "targetLanguage",
                "en"),
            "00-" + trace + "-" + CALLER + "-01");
    assertThat(answer.statusCode()).isEqualTo(200);

    ReceivedSpan request = arrived(span -> span.traceId().equals(trace) && span.kind() == SERVER);
    assertThat(request.parentId()).isEqualTo(CALLER);
    assertThat(request.name()).isEqualTo("POST /api/v1/translations");
    assertThat(request.attributes())
        .containsEntry("http.request.method", "POST")
        .containsEntry("http.route", "/api/v1/translations");
    assertThat(COLLECTOR.everything())
        .doesNotContain("query-of-somebody", "Sở Tài chính", "Department of Finance");
  }

  @Test
  void sentence_somebodyWaitsFor_isFollowedToTheModel() throws Exception {
    String trace = UUID.randomUUID().toString().replace("-", "");
    HttpResponse<String> answer =
        post(
            "/api/v1/translations",
            Map.of(
                "text",
                GATEWAY.secret("Sở Tài chính họp báo lúc 10 giờ sáng nay."),
                "sourceLanguage",
                "vi",
                "targetLanguage",
                "en"),
            "00-" + trace + "-" + CALLER + "-00");
    assertThat(answer.statusCode()).isEqualTo(200);

    ReceivedSpan request = arrived(span -> span.traceId().equals(trace) && span.kind() == SERVER);
    assertThat(request.attribute("http.response.status_code")).isEqualTo("200");
    ReceivedSpan generate = step(step(request, "translate"), "generate");
    assertThat(generate.attribute("haidang.priority")).isEqualTo("interactive");
  }

  @Test
  void request_ofAPath_isToldByItsTemplate() throws Exception {
    String id = UUID.randomUUID().toString();
    GATEWAY.editor().tryGet("targets/" + id);

    ReceivedSpan request =
        arrived(
            span ->
                span.kind() == SERVER
                    && span.attribute("http.route").startsWith("/api/v1/targets/")
                    && span.attribute("http.response.status_code").equals("404"));
    assertThat(request.isFailed()).isFalse();
    assertThat(COLLECTOR.everything()).doesNotContain(id);
  }

  @Test
  void page_asked_isTracedAndAProbeIsNot() throws Exception {
    get("/health/live");
    get("/sign-in");

    ReceivedSpan page = arrived(span -> span.isNamed("GET /sign-in"));
    assertThat(GATEWAY.log().lines())
        .anyMatch(line -> line.contains("traceId=\"" + page.traceId() + "\""));
    assertThat(COLLECTOR.spans()).noneMatch(span -> span.name().contains("/health"));
  }

  @Test
  void document_ofAClient_isAJobOfItsOwn() {
    DialectClient client = DialectClient.deepl(GATEWAY, "editor");
    String text = GATEWAY.secret("Cảng Lạch Huyện đón tàu lớn vào sáng sớm nay.");
    client.send(
        "POST",
        "/v2/document",
        DialectClient.FORM,
        DialectClient.file("tên-tệp.txt", text, "target_lang", "EN"));

    ReceivedSpan job = arrived(span -> span.attribute("haidang.job.kind").equals("document"));
    assertThat(job.attributes())
        .containsEntry("haidang.format", "plain")
        .containsEntry("haidang.language.source", "vi")
        .containsEntry("haidang.segments", "1")
        .containsEntry("haidang.outcome", "done");
    assertThat(step(job, "translate").attribute("haidang.engine")).isEqualTo("bundled/vi-en");
    assertThat(COLLECTOR.everything()).doesNotContain("Lạch Huyện", "Lach Huyen", "tên-tệp");
  }

  @Test
  void provider_thatIsAsked_isAStepAndLearnsNothingOfTheTrace() {
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

    ReceivedSpan provider = arrived(span -> span.isNamed("ask provider"));
    assertThat(provider.attributes())
        .containsEntry("haidang.provider", "abroad")
        .containsEntry("haidang.model", "model-of-abroad")
        .containsEntry("haidang.outcome", "answered");
    ReceivedSpan job = arrived(span -> span.attribute("haidang.job.id").equals(target));
    assertThat(provider.traceId()).isEqualTo(job.traceId());
    assertThat(PROVIDERS.exchanges("abroad"))
        .isNotEmpty()
        .noneMatch(exchange -> exchange.head().contains(job.traceId()))
        .noneMatch(exchange -> exchange.head().toLowerCase(Locale.ROOT).contains("traceparent"));
    assertThat(COLLECTOR.everything())
        .doesNotContain("khai mạc", "KHAI MẠC", ScriptedProviders.KEY);
  }

  /** As {@code SpanKind.SPAN_KIND_SERVER} is sent. */
  private static final int SERVER = 2;

  private static ReceivedSpan arrived(Predicate<ReceivedSpan> wanted) {
    await().atMost(PATIENCE).until(() -> !COLLECTOR.spans(wanted).isEmpty());
    return COLLECTOR.spans(wanted).get(0);
  }

  private static ReceivedSpan step(ReceivedSpan of, String name) {
    return arrived(
        span ->
            span.isNamed(name)
                && span.parentId().equals(of.spanId())
                && span.traceId().equals(of.traceId()));
  }

  private static void get(String path) throws Exception {
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(GATEWAY.address() + path)).build(),
            BodyHandlers.discarding());
  }

  private static HttpResponse<String> post(String path, Map<String, String> body, String parent)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(GATEWAY.address() + path))
                .header("Authorization", "Bearer " + GATEWAY.keyOfEditor())
                .header("Content-Type", "application/json")
                .header("traceparent", parent)
                .POST(BodyPublishers.ofString(new ObjectMapper().writeValueAsString(body)))
                .build(),
            BodyHandlers.ofString());
  }
}
