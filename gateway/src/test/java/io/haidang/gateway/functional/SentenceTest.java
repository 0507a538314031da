package io.haidang.gateway.functional;

import static io.haidang.gateway.functional.ScriptedProviders.provider;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sentence while somebody waits, and what the books say about it. */
class SentenceTest {

  private static final String TEXT = "Sở Tài chính họp báo sáng nay.";

  @RegisterExtension
  static final ScriptedProviders PROVIDERS =
      new ScriptedProviders(
          provider("desk", "vi-de")
              + provider("refusing", "vi-fr")
              + provider("down", "vi-it")
              + provider("busy", "vi-es")
              + provider("slow", "vi-pt")
              + "route.vi-de=desk\nroute.vi-fr=refusing\nroute.vi-it=down\nroute.vi-es=busy\n"
              + "route.vi-pt=slow\n");

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway(PROVIDERS::settings);

  @Test
  void sentence_withoutALabel_staysHomeAndIsMarkedAsUnreviewed() {
    int connections = PROVIDERS.connections();
    JsonNode answer = GATEWAY.editor().post("translations", sentence("en", Map.of()));

    assertThat(answer.path("reviewed").asBoolean(true)).isFalse();
    assertThat(answer.path("text").asText()).contains("Department of Finance");
    assertThat(answer.at("/segments/0/provenance/engine").asText()).isEqualTo("bundled/vi-en");
    assertThat(PROVIDERS.connections()).isEqualTo(connections);
  }

  @Test
  void sentence_translated_isNotStored() {
    Answer answer =
        GATEWAY.unchanged(() -> GATEWAY.editor().tryPost("translations", sentence("en", Map.of())));
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void sentence_public_isTheProvidersWorkAndOnTheBooks() {
    JsonNode answer =
        GATEWAY.editor().post("translations", sentence("de", Map.of("sensitivity", "public")));
    assertThat(answer.at("/segments/0/provenance/engine").asText()).isEqualTo("remote/desk");

    JsonNode usage = GATEWAY.admin().get("usage?by=account");
    JsonNode line = usage.at("/lines/0");
    assertThat(line.path("name").asText()).isEqualTo("editor");
    assertThat(line.path("calls").asInt()).isPositive();
    assertThat(line.path("costMicros").asLong()).isPositive();
    assertThat(GATEWAY.admin().get("usage").path("lines").findValuesAsText("name"))
        .contains("desk");
    String day = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
    assertThat(GATEWAY.admin().get("usage?from=" + day + "&to=" + day).path("lines")).isEmpty();
  }

  @Test
  @Provokes(ErrorCode.NOT_PERMITTED)
  void usage_whoeverIsNoAdministrator_isRefused() {
    assertThat(GATEWAY.editor().tryGet("usage").status()).isEqualTo(403);
  }

  @Test
  @Provokes(ErrorCode.INVALID_REQUEST)
  void usage_dayThatIsNone_isRefused() {
    assertThat(GATEWAY.admin().tryGet("usage?from=2026-02-30").status()).isEqualTo(400);
    assertThat(GATEWAY.admin().tryGet("usage?by=weather").status()).isEqualTo(400);
  }

  @Test
  @Provokes({ErrorCode.TEXT_TOO_LARGE, ErrorCode.EMPTY_TEXT, ErrorCode.UNSUPPORTED_PAIR})
  void sentence_thatCannotBe_isRefused() {
    assertRefused(Map.of("text", "a".repeat(2001)), 413, "text-too-large");
    assertRefused(Map.of("text", " "), 422, "empty-text");
    assertRefused(Map.of("targetLanguage", "ja"), 422, "unsupported-pair");
    assertRefused(Map.of("targetLanguage", "de"), 422, "unsupported-pair");
  }

  @Test
  @Provokes(ErrorCode.ENGINE_REFUSED)
  void sentence_providerRefuses_saysSo() {
    PROVIDERS.script("refusing", x -> x.send(401, "", "{}"));
    Answer answer = assertRefused(publicly("fr"), 502, "engine-refused");
    assertThat(answer.header("Retry-After")).isEmpty();
    assertThat(answer.json().path("detail").asText())
        .contains("(expected: a key that is accepted)");
  }

  @Test
  @Provokes(ErrorCode.ENGINE_UNAVAILABLE)
  void sentence_providerIsDown_saysWhenToComeBack() {
    PROVIDERS.script("down", x -> x.send(500, "", "{}"));
    Answer answer = assertRefused(publicly("it"), 503, "engine-unavailable");
    assertThat(answer.header("Retry-After")).isEqualTo("30");
  }

  @Test
  @Provokes(ErrorCode.OVERLOADED)
  void sentence_providerIsBusy_passesItsPauseOn() {
    PROVIDERS.script("busy", x -> x.send(429, "Retry-After: 17\r\n", "{}"));
    Answer answer = assertRefused(publicly("es"), 503, "overloaded");
    assertThat(answer.header("Retry-After")).isEqualTo("17");
    assertThat(answer.json().path("retryAfter").asInt()).isEqualTo(17);
  }

  @Test
  @Provokes(ErrorCode.DEADLINE_EXCEEDED)
  void sentence_answerComesTooLate_isGivenUpInTime() {
    PROVIDERS.script("slow", x -> x.waitForHangUp());
    Map<String, Object> hasty =
        Map.of("targetLanguage", "pt", "sensitivity", "public", "deadlineMillis", 300);
    assertThat(assertRefused(hasty, 503, "deadline-exceeded").header("Retry-After")).isEqualTo("1");
  }

  @Test
  @Provokes(ErrorCode.TOO_MANY_REQUESTS)
  void sentence_thirdAtATimeOfOneAccount_isRefused() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(2);
    CountDownLatch answer = new CountDownLatch(1);
    PROVIDERS.script(
        "desk",
        exchange -> {
          asked.countDown();
          awaitQuietly(answer);
          ScriptedProviders.obey(exchange);
        });
    ApiClient editor = GATEWAY.editor();
    CompletableFuture<Answer> first = later(editor, "Câu thứ nhất dài vừa phải.");
    CompletableFuture<Answer> second = later(editor, "Câu thứ hai dài vừa phải.");
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

    Answer third = assertRefused(publicly("de"), 429, "too-many-requests");
    assertThat(third.header("Retry-After")).isEqualTo("1");

    answer.countDown();
    assertThat(first.join().status()).isEqualTo(200);
    assertThat(second.join().status()).isEqualTo(200);
    assertThat(editor.tryPost("translations", sentence("de", publicly("de"))).status())
        .isEqualTo(200);
    PROVIDERS.script("desk", ScriptedProviders::obey);
  }

  private static CompletableFuture<Answer> later(ApiClient client, String text) {
    Map<String, Object> body = sentence("de", Map.of("text", text, "sensitivity", "public"));
    body.put("deadlineMillis", 30_000);
    return CompletableFuture.supplyAsync(() -> client.tryPost("translations", body));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> publicly(String language) {
    return Map.of("targetLanguage", language, "sensitivity", "public");
  }

  private static Answer assertRefused(Map<String, ?> changes, int status, String code) {
    Answer answer = GATEWAY.editor().tryPost("translations", sentence("en", changes));
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    return answer;
  }

  private static Map<String, Object> sentence(String language, Map<String, ?> changes) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", GATEWAY.secret(TEXT));
    body.put("targetLanguage", language);
    body.put("textDate", "2026-03-02");
    body.putAll(changes);
    return body;
  }
}
