package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.config.ConfigException;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.node.Gateway;
import io.haidang.gateway.profile.DeeplSuite;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The profile in which the clients of DeepL rehearse. */
class DeeplSuiteTest {

  private static final String PHRASE = "proton beam";

  private static Gateway gateway;

  @BeforeAll
  static void start() {
    gateway = Gateway.start(config("127.0.0.1"), new DeeplSuite());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static GatewayConfig config(String host) {
    return GatewayConfig.read(
        null,
        Map.of("HAIDANG_HTTP_HOST", host, "HAIDANG_HTTP_PORT", "0"),
        Path.of(System.getProperty("haidang.repository")));
  }

  /** Somebody new, who describes a session by options and values in turn. */
  private static DialectClient client(String... options) {
    DialectClient client =
        new DialectClient(gateway.address(), "Authorization", "DeepL-Auth-Key " + UUID.randomUUID())
            .with("mock-server-session", UUID.randomUUID().toString());
    for (int i = 0; i < options.length; i += 2) {
      client = client.with("mock-server-session-" + options[i], options[i + 1]);
    }
    return client;
  }

  private static Answer translate(DialectClient client) {
    return client.form("/v2/translate", "text", PHRASE, "target_lang", "DE");
  }

  @Test
  void profile_onAnAddressThatOthersReach_isRefused() {
    assertThatThrownBy(() -> new DeeplSuite().config(config("0.0.0.0")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("http.host");
  }

  @Test
  void phrase_comesFromTheMemory_andTheRestStays() {
    Answer answer = client().form("/v2/translate", "text", PHRASE + "\nzz", "target_lang", "ja");
    assertThat(answer.json().at("/translations/0/text").asText()).isEqualTo("陽子ビーム\nzz");
    assertThat(answer.json().at("/translations/0/detected_source_language").asText())
        .isEqualTo("EN");
  }

  @Test
  void failures_areAsTheHeadersSay_andThenOver() {
    DialectClient refused = client("429-count", "1");
    assertThat(translate(refused).status()).isEqualTo(429);
    assertThat(translate(refused).status()).isEqualTo(200);
    DialectClient broken = client("5xx-count", "1", "5xx-status", "504");
    assertThat(broken.get("/v2/usage").status()).isEqualTo(504);
    assertThat(broken.get("/v2/usage").status()).isEqualTo(200);
    DialectClient direct = client("expect-proxy", "1");
    assertThat(direct.get("/v2/usage").status()).isEqualTo(400);
    assertThat(direct.with("Forwarded", "for=127.0.0.1").get("/v2/usage").status()).isEqualTo(200);
  }

  @Test
  void quota_usedUp_is456() {
    DialectClient client = client("init-character-limit", "20", "init-document-limit", "0");
    assertThat(translate(client).status()).isEqualTo(200);
    Answer over = translate(client);
    assertThat(over.status()).isEqualTo(456);
    assertThat(over.json().path("message").asText()).startsWith("Quota");
    Answer usage = client.get("/v2/usage");
    assertThat(usage.json().path("character_count").asInt()).isEqualTo(PHRASE.length());
    assertThat(usage.json().path("character_limit").asInt()).isEqualTo(20);
    assertThat(usage.json().has("document_limit")).isFalse();
  }

  @Test
  void formality_isHonouredWhereThePhrasesSaySo() {
    assertThat(
            client()
                .form("/v2/translate", "text", PHRASE, "target_lang", "DE", "formality", "more")
                .status())
        .isEqualTo(200);
    assertThat(
            client()
                .form("/v2/translate", "text", PHRASE, "target_lang", "TR", "formality", "more")
                .status())
        .isEqualTo(400);
  }

  @Test
  void key_calledInvalid_isRefused() {
    DialectClient client =
        new DialectClient(gateway.address(), "Authorization", "DeepL-Auth-Key invalid");
    assertThat(client.get("/v2/usage").status()).isEqualTo(403);
  }
}
