package io.haidang.gateway.functional;

import static io.haidang.gateway.functional.ScriptedProviders.patientProvider;
import static io.haidang.gateway.functional.ScriptedProviders.provider;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sentence while somebody waits, and what the books say about it. */
class SentenceTest {

  private static final String TEXT = "Sở Tài chính họp báo sáng nay.";

  @RegisterExtension
  static final ScriptedProviders PROVIDERS =
      new ScriptedProviders(
          patientProvider("desk", "vi-de")
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
  void sentences_manyAtATimeOfOneKey_waitUntilTheyAreDone() {
    ApiClient editor = GATEWAY.editor();
    List<CompletableFuture<Answer>> answers =
        IntStream.range(0, 64).mapToObj(i -> later(editor, "Câu thứ " + i + ".")).toList();

    assertThat(answers)
        .extracting(CompletableFuture::join)
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(200));
  }

  @Test
  @Provokes(ErrorCode.DEADLINE_EXCEEDED)
  void sentence_whoseTurnDoesNotComeInTime_isToldSo() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    PROVIDERS.script(
        "desk",
        exchange -> {
          asked.countDown();
          awaitQuietly(answer);
          ScriptedProviders.obey(exchange);
        });
    ApiClient editor = GATEWAY.editor();
    List<CompletableFuture<Answer>> busy =
        IntStream.range(0, 64).mapToObj(i -> later(editor, "Câu chờ " + i + ".")).toList();
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

    Map<String, Object> hasty = publicly("de");
    // Nobody has asked for it before, so nothing but the engine knows it.
    hasty.put("text", "Câu vội.");
    hasty.put("deadlineMillis", 300);
    try {
      assertRefused(hasty, 503, "deadline-exceeded");
    } finally {
      answer.countDown();
    }

    assertThat(busy).allSatisfy(later -> assertThat(later.join().status()).isEqualTo(200));
    PROVIDERS.script("desk", ScriptedProviders::obey);
  }

  private static CompletableFuture<Answer> later(ApiClient client, String text) {
    Map<String, Object> body = sentence("de", Map.of("text", text, "sensitivity", "public"));
    body.put("deadlineMillis", 30_000);
    return CompletableFuture.supplyAsync(
        () -> client.tryPost("translations", body), call -> new Thread(call, "caller").start());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> publicly(String language) {
    Map<String, Object> changes = new LinkedHashMap<>();
    changes.put("targetLanguage", language);
    changes.put("sensitivity", "public");
    return changes;
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
