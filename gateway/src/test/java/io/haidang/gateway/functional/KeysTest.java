package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys over the API: what they open, how much they may take, and when they end. */
class KeysTest {

  private static final String TEXT = "Sở Tài chính họp báo sáng nay.";

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private static JsonNode made(Map<String, ?> more) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("login", "editor");
    body.put("name", "portal " + UUID.randomUUID());
    body.putAll(more);
    return GATEWAY.admin().post("keys", body);
  }

  private static ApiClient client(JsonNode key) {
    return GATEWAY.withKey(key.path("secret").asText());
  }

  private static Answer translate(ApiClient client, String text) {
    return client.tryPost(
        "translations",
        Map.of(
            "text",
            GATEWAY.secret(text),
            "sourceLanguage",
            "vi",
            "targetLanguage",
            "en",
            "textDate",
            "2026-03-02"));
  }

  private static JsonNode present(JsonNode key) {
    return GATEWAY.admin().get("keys/" + key.path("id").asText());
  }

  @Test
  @Provokes(ErrorCode.WRONG_CREDENTIALS)
  void key_made_isShownOnceAndOpensUntilItIsRevoked() {
    JsonNode key = made(Map.of());
    String secret = key.path("secret").asText();
    assertThat(client(key).get("me").path("login").asText()).isEqualTo("editor");
    assertThat(key.path("office").asText()).isNotEmpty();
    assertThat(present(key).has("secret")).isFalse();
    assertThat(GATEWAY.admin().tryGet("keys").body()).doesNotContain(secret);

    String path = "keys/" + key.path("id").asText();
    Answer revoked = GATEWAY.admin().send("DELETE", path, null, BodyPublishers.noBody());
    assertThat(revoked.json().path("inForce").asBoolean()).isFalse();
    assertThat(client(key).tryGet("me").status()).isEqualTo(401);
  }

  @Test
  @Provokes(ErrorCode.WRONG_CREDENTIALS)
  void key_revokedByAnotherNode_opensNothingFromTheNextRequestOn() {
    JsonNode key = made(Map.of());
    ApiClient client = client(key);
    assertThat(client.tryGet("me").status()).isEqualTo(200);
    assertThat(translate(client, TEXT).status()).isEqualTo(200);

    GATEWAY
        .sql()
        .useHandle(
            handle ->
                handle.execute(
                    "update api_key set revoked_at = current_timestamp where id = ?",
                    UUID.fromString(key.path("id").asText())));

    assertThat(client.tryGet("me").status()).isEqualTo(401);
    assertThat(translate(client, TEXT).status()).isEqualTo(401);
  }

  @Test
  @Provokes(ErrorCode.WRONG_CREDENTIALS)
  void key_afterItsLastMoment_opensNothing() {
    JsonNode key = made(Map.of("expiresAt", Instant.now().plusSeconds(60).toString()));
    assertThat(client(key).tryGet("me").status()).isEqualTo(200);

    GATEWAY
        .sql()
        .useHandle(
            handle ->
                handle.execute(
                    "update api_key set expires_at = created_at where id = ?",
                    UUID.fromString(key.path("id").asText())));
    assertThat(client(key).tryGet("me").status()).isEqualTo(401);
    assertThat(present(key).path("inForce").asBoolean(true)).isFalse();
  }

  @Test
  @Provokes(ErrorCode.NOT_PERMITTED)
  void key_withFewScopes_opensNoMore() {
    ApiClient translator = client(made(Map.of("scopes", List.of("translate"))));
    assertThat(translate(translator, TEXT).status()).isEqualTo(200);
    assertThat(translator.tryGet("me").status()).isEqualTo(200);
    assertThat(translator.tryGet("targets").status()).isEqualTo(403);
    assertThat(translator.tryGet("glossary").status()).isEqualTo(403);

    ApiClient author = client(made(Map.of("scopes", List.of("drafts"))));
    assertThat(author.tryGet("targets").status()).isEqualTo(200);
    assertThat(translate(author, TEXT).status()).isEqualTo(403);
    assertThat(author.tryEdit(UUID.randomUUID().toString(), 0, 1, "x").status()).isEqualTo(403);
  }

  @Test
  @Provokes(ErrorCode.NOT_PERMITTED)
  void keys_areKeptByAdministrators() {
    assertThat(GATEWAY.editor().tryGet("keys").status()).isEqualTo(403);
    assertThat(GATEWAY.editor().tryGet("usage/keys").status()).isEqualTo(403);
    assertThat(GATEWAY.editor().tryPost("keys", Map.of("login", "editor", "name", "mine")).status())
        .isEqualTo(403);
  }

  @Test
  @Provokes({ErrorCode.NOT_FOUND, ErrorCode.INVALID_REQUEST})
  void key_thatCannotBe_isRefused() {
    ApiClient admin = GATEWAY.admin();
    assertThat(admin.tryPost("keys", Map.of("login", "nobody", "name", "x")).status())
        .isEqualTo(404);
    assertThat(admin.tryPost("keys", Map.of("login", "editor", "name", " ")).status())
        .isEqualTo(400);
    assertThat(
            admin
                .tryPost(
                    "keys",
                    Map.of("login", "editor", "name", "x", "expiresAt", "2001-01-01T00:00:00Z"))
                .status())
        .isEqualTo(400);
    assertThat(
            admin
                .tryPost("keys", Map.of("login", "editor", "name", "x", "scopes", List.of("all")))
                .status())
        .isEqualTo(400);
    assertThat(admin.tryGet("keys/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  @Provokes(ErrorCode.TOO_MANY_REQUESTS)
  void requests_moreThanAMinuteMayHave_areToldHowLongToWait() {
    ApiClient client = client(made(Map.of("limits", Map.of("requestsPerMinute", 2))));
    assertThat(client.tryGet("me").status()).isEqualTo(200);
    assertThat(client.tryGet("me").status()).isEqualTo(200);

    Answer third = client.tryGet("me");
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.code()).isEqualTo("too-many-requests");
    assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 60);
  }

  @Test
  @Provokes(ErrorCode.QUOTA_EXCEEDED)
  void characters_usedUp_areRefusedUntilTheLimitIsRaised() {
    JsonNode key = made(Map.of("limits", Map.of("charactersPerMonth", 2 * TEXT.length())));
    ApiClient client = client(key);
    assertThat(translate(client, TEXT).status()).isEqualTo(200);
    assertThat(translate(client, TEXT).status()).isEqualTo(200);

    Answer third = translate(client, TEXT);
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.code()).isEqualTo("quota-exceeded");
    assertThat(Integer.parseInt(third.header("Retry-After"))).isPositive();

    Answer raised =
        GATEWAY
            .admin()
            .send(
                "PATCH",
                "keys/" + key.path("id").asText(),
                "application/json",
                BodyPublishers.ofString("{\"limits\":{\"charactersPerMonth\":null}}"));
    assertThat(raised.json().at("/limits/charactersPerMonth").isNull()).isTrue();
    assertThat(raised.json().path("name")).isEqualTo(key.path("name"));
    assertThat(translate(client, TEXT).status()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(present(key).at("/thisMonth/characters").asInt())
                    .isEqualTo(3 * TEXT.length()));
  }

  @Test
  void answer_repeated_isTheSameUntilANameChanges() {
    ApiClient client = client(made(Map.of()));
    String text = "Cục Hải đăng Thử nghiệm họp sáng nay.";
    translate(client, text);
    JsonNode known = translate(client, text).json();
    assertThat(translate(client, text).json()).isEqualTo(known);
    assertThat(known.at("/segments/0/provenance/latencyMillis").asInt(-1)).isZero();

    JsonNode proposal =
        GATEWAY
            .admin()
            .proposeName("cuc-hai-dang", "Cục Hải đăng Thử nghiệm", "Trial Lighthouse Department");
    Answer decided =
        GATEWAY.terminologist().tryDecideOn("approve", "", proposal.path("id").asText());
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);

    JsonNode renamed = translate(client, text).json();
    assertThat(renamed.path("text").asText()).contains("Trial Lighthouse Department");
  }

  @Test
  void use_ofKeysAndOffices_isAddedUp() {
    JsonNode key = made(Map.of());
    translate(client(key), TEXT);
    String name = key.path("name").asText();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(GATEWAY.admin().get("usage/keys").path("lines"))
                    .anySatisfy(
                        line -> {
                          assertThat(line.path("name").asText()).isEqualTo(name);
                          assertThat(line.path("characters").asInt()).isEqualTo(TEXT.length());
                        }));
    JsonNode office = GATEWAY.admin().get("usage/keys?by=office").at("/lines/0");
    assertThat(office.path("office").asText()).isEqualTo(key.path("office").asText());
    assertThat(office.path("characters").asInt()).isGreaterThanOrEqualTo(TEXT.length());
    assertThat(GATEWAY.admin().tryGet("usage/keys/csv").body())
        .startsWith("key,login,office,requests,characters,documents,provider_calls,cost\r\n")
        .contains("\"" + name + "\",\"editor\",");
  }
}
