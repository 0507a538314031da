package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.functional.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every operation of the DeepL dialect shares: keys, encodings of bodies, errors. */
class DeeplDialectTest {

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private static DialectClient client() {
    return DialectClient.deepl(GATEWAY, "editor");
  }

  @Test
  void key_whereverItStands_isTaken() {
    String key = GATEWAY.gateway().accounts().createApiKey(GATEWAY.first("editor").id(), "any");
    DialectClient keyless = new DialectClient(GATEWAY.address());
    assertGranted(keyless.with("Authorization", "DeepL-Auth-Key " + key).get("/v2/languages"));
    assertGranted(keyless.with("Authorization", "Bearer " + key).get("/v2/languages"));
    assertGranted(keyless.get("/v2/languages?auth_key=" + key));
    assertGranted(keyless.form("/v2/languages", "auth_key", key));
    assertGranted(keyless.json("/v2/languages", "{\"auth_key\":\"" + key + "\"}"));
  }

  @Test
  void key_missingOrWrong_is403WithAMessage() {
    DialectClient keyless = new DialectClient(GATEWAY.address());
    assertRefused(keyless.get("/v2/languages"), 403, "Authorization");
    DialectClient wrong = keyless.with("Authorization", "DeepL-Auth-Key hd_no");
    assertRefused(wrong.get("/v2/languages"), 403, "Authorization");
  }

  @Test
  void parameters_inEveryEncoding_meanTheSame() {
    String type = "multipart/form-data; boundary=x";
    String form = "--x\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\ntarget\r\n--x--\r\n";
    JsonNode targets = assertGranted(client().get("/v2/languages?type=target"));
    assertThat(targets.findValuesAsText("language")).contains("EN");
    assertThat(targets.get(0).has("supports_formality")).isTrue();
    assertThat(assertGranted(client().form("/v2/languages", "type", "target"))).isEqualTo(targets);
    assertThat(assertGranted(client().json("/v2/languages", "{\"type\":\"target\"}")))
        .isEqualTo(targets);
    assertThat(assertGranted(client().send("POST", "/v2/languages", type, form)))
        .isEqualTo(targets);
    assertThat(assertGranted(client().get("/v2/languages")).get(0).has("supports_formality"))
        .isFalse();
  }

  @Test
  void body_thatIsNone_isRefusedByName() {
    assertRefused(client().json("/v2/languages", "[1"), 400, "JSON");
    assertRefused(client().json("/v2/languages", "[]"), 400, "JSON");
    assertRefused(client().json("/v2/languages", "{\"type\":{}}"), 400, "type");
    assertRefused(client().json("/v2/languages", "{\"a\":" + "[".repeat(5000)), 400, "JSON");
    assertRefused(client().form("/v2/languages", "type", "both"), 400, "type");
    assertRefused(client().send("POST", "/v2/languages", "text/plain", "type=a"), 415, "Content");
    assertRefused(client().form("/v2/languages", "a", "x".repeat(5 << 20)), 413, "large");
  }

  @Test
  void address_unknown_isNotFound() {
    assertRefused(client().get("/v2/weather"), 404, "Not found");
    assertRefused(client().get("/v3"), 404, "Not found");
  }

  @Test
  void glossaryPairs_are_theDirectionsOfTheEngines() {
    JsonNode answer = assertGranted(client().get("/v2/glossary-language-pairs"));
    assertThat(answer.at("/supported_languages").findValuesAsText("target_lang")).contains("en");
  }

  @Test
  void resources_ofVersion3_areDescribedByLanguage() {
    JsonNode languages = assertGranted(client().get("/v3/languages?resource=translate_text"));
    assertThat(languages.findValuesAsText("lang")).contains("en", "vi");
    assertThat(languages.get(0).path("features").has("tag_handling")).isTrue();
    assertThat(assertGranted(client().get("/v3/languages?resource=voice"))).isEmpty();
    assertThat(assertGranted(client().get("/v3/languages/resources"))).hasSize(7);
    assertRefused(client().get("/v3/languages?product=voice"), 400, "resource");
    assertRefused(client().get("/v3/languages?resource=x"), 400, "resource");
  }

  @Test
  void health_ofARunningNode_isUp() {
    DialectClient anybody = new DialectClient(GATEWAY.address());
    assertThat(anybody.get("/health/ready").status()).isEqualTo(200);
    assertThat(anybody.get("/health/live").status()).isEqualTo(200);
  }

  private static JsonNode assertGranted(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("X-Trace-ID")).hasSize(32);
    return answer.json();
  }

  private static void assertRefused(Answer answer, int status, String message) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("message").asText()).contains(message);
    assertThat(answer.header("X-Trace-ID")).hasSize(32);
  }
}
