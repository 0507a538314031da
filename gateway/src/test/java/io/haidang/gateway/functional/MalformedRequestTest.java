package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is not as documented is refused before anything is done. */
class MalformedRequestTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"text\"",
        "{\"content\": \"Nội dung mật của hội nghị\"",
        "{\"content\": \"Nội dung mật của hội nghị\"}",
        "{\"content\": 5, \"targetLanguages\": [\"en\"]}",
        "{\"content\": \"Nội dung mật của hội nghị\", \"targetLanguages\": []}",
        "{\"content\": \"Nội dung mật của hội nghị\", \"targetLanguages\": [7]}",
        "{\"content\": \"Nội dung mật của hội nghị\", \"targetLanguages\": [\"en\"], \"extra\": 1}",
        "{\"content\": \"Nội dung mật của hội nghị\", \"targetLanguages\": [\"en\"], \"format\": \"pdf\"}",
        "{\"content\": \"Nội dung mật của hội nghị\", \"targetLanguages\": [\"en\"], \"textDate\": \"5/6\"}"
      })
  @Provokes(ErrorCode.INVALID_REQUEST)
  void draft_notAsDocumented_isRefused(String body) {
    gateway.log().keepSecret("Nội dung mật của hội nghị");

    Answer answer =
        gateway.unchanged(
            () ->
                gateway
                    .editor()
                    .send("POST", "drafts", "application/json", BodyPublishers.ofString(body)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-request");
    assertThat(answer.body()).doesNotContain("Nội dung mật");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  @Provokes(ErrorCode.INVALID_REQUEST)
  void draft_ofAnotherMediaType_isRefused(String type) {
    String body = ApiClient.text(Map.of("content", "Xin chào", "targetLanguages", List.of("en")));

    Answer answer =
        gateway.unchanged(
            () -> gateway.editor().send("POST", "drafts", type, BodyPublishers.ofString(body)));

    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, drafts",
    "GET, targets/00000000-0000-4000-8000-000000000000/exports",
    "PUT, glossary",
    "PATCH, me"
  })
  @Provokes(ErrorCode.METHOD_NOT_ALLOWED)
  void method_notOfTheAddress_isRefused(String method, String path) {
    Answer answer = gateway.editor().send(method, path, null, BodyPublishers.noBody());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("method-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "targets/a/b/c", "../v2/drafts", "%2e%2e/secret"})
  @Provokes(ErrorCode.NOT_FOUND)
  void address_unknown_isNotFound(String path) {
    Answer answer = gateway.editor().tryGet(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drafts/" + UNKNOWN,
        "targets/" + UNKNOWN,
        "targets/" + UNKNOWN + "/segments",
        "targets/" + UNKNOWN + "/events",
        "targets/" + UNKNOWN + "/summary",
        "targets/no-uuid",
        "drafts/1%27%20or%201=1"
      })
  @Provokes(ErrorCode.NOT_FOUND)
  void id_unknown_isNotFound(String path) {
    Answer answer = gateway.editor().tryGet(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not-found");
  }

  @Test
  @Provokes(ErrorCode.NOT_FOUND)
  void decisionEditAndExport_onUnknownTargets_areNotFound() {
    ApiClient both = gateway.editorAndReviewer();
    Map<String, ?> decision = Map.of("decision", "approve", "version", 1);

    assertThat(both.tryPost("targets/" + UNKNOWN + "/decisions", decision).status()).isEqualTo(404);
    assertThat(both.tryEdit(UNKNOWN, 0, 1, "text").status()).isEqualTo(404);
    assertThat(both.tryPost("targets/" + UNKNOWN + "/exports", Map.of()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "99999999999", "first", "1.5"})
  @Provokes(ErrorCode.INVALID_REQUEST)
  void segmentIndex_notOne_isRefused(String index) {
    Answer answer =
        gateway
            .editor()
            .tryPut(
                "targets/" + UNKNOWN + "/segments/" + index, Map.of("version", 1, "text", "text"));

    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 4294967297L})
  @Provokes(ErrorCode.INVALID_REQUEST)
  void version_outOfRange_isRefused(long version) {
    Answer answer =
        gateway
            .editor()
            .tryPut(
                "targets/" + UNKNOWN + "/segments/0", Map.of("version", version, "text", "text"));

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  @Provokes(ErrorCode.INVALID_REQUEST)
  void state_unknown_isRefused() {
    assertThat(gateway.editor().tryGet("targets?state=lost").status()).isEqualTo(400);
  }
}
