package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Receiver;
import io.haidang.gateway.testing.Receiver.Received;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program subscribes over the API and is told by the running jobs. */
class WebhookTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private final Receiver receiver = Receiver.start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void draft_handedInByTheSubscriber_isToldOfWhenItCanBeRead() {
    ApiClient editor = GATEWAY.editor();
    JsonNode made = subscribe(editor, receiver.url(), "machine-ready");
    String target = GATEWAY.translated(editor, "Cảng Hải Phòng đón 120 tàu.");

    await().atMost(PATIENCE).until(() -> !receiver.received().isEmpty());

    Received message = receiver.received().get(0);
    assertThat(message.isSignedWith(made.path("secret").asText())).isTrue();
    assertThat(message.body()).contains("target.machine-ready", target);
    JsonNode delivery = awaitDelivered(editor, made);
    assertThat(delivery.path("message").asText()).isEqualTo(message.id());
    assertThat(delivery.path("tries").path(0).path("status").asInt()).isEqualTo(204);
    assertThat(editor.get(path(made)).has("secret")).isFalse();
    end(editor, made);
  }

  @Test
  void receiver_thatHangs_holdsUpNobodyElse() {
    ApiClient editor = GATEWAY.editor();
    try (Receiver hanging = Receiver.start()) {
      hanging.behave((exchange, message) -> {});
      List<JsonNode> stuck =
          List.of(
              subscribe(editor, hanging.url(), "approved"),
              subscribe(editor, hanging.url(), "approved"),
              subscribe(editor, hanging.url(), "approved"));
      stuck.forEach(hook -> editor.post(path(hook) + "/tests", Map.of()));
      await().atMost(PATIENCE).until(() -> hanging.received().size() == 3);
      JsonNode made = subscribe(editor, receiver.url(), "approved");
      editor.post(path(made) + "/tests", Map.of());

      await().atMost(Duration.ofSeconds(8)).until(() -> !receiver.received().isEmpty());

      stuck.forEach(hook -> end(editor, hook));
      end(editor, made);
    }
  }

  @Test
  void delivery_replayed_comesAgainUnderTheSameId() {
    ApiClient editor = GATEWAY.editor();
    JsonNode made = subscribe(editor, receiver.url(), "approved");
    JsonNode test = editor.post(path(made) + "/tests", Map.of());
    awaitDelivered(editor, made);

    editor.post(path(made) + "/replays", Map.of("delivery", test.path("delivery").asLong()));

    await().atMost(PATIENCE).until(() -> receiver.received().size() == 2);
    assertThat(receiver.received().get(1).id()).isEqualTo(receiver.received().get(0).id());
    end(editor, made);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::ffff:10.0.0.1]/",
        "file:///etc/passwd",
        "https://user@hooks.example/"
      })
  void url_hostile_isRefused(String url) {
    Answer answer =
        GATEWAY.editor().tryPost("webhooks", Map.of("url", url, "events", List.of("approved")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-request");
  }

  @Test
  void subscription_ofSomebodyElse_isUnknownButToAdministrators() {
    JsonNode made = subscribe(GATEWAY.editor(), receiver.url(), "approved");

    assertThat(GATEWAY.reviewer().tryGet(path(made)).status()).isEqualTo(404);
    assertThat(GATEWAY.admin().tryGet(path(made)).status()).isEqualTo(200);
    JsonNode changed =
        GATEWAY
            .admin()
            .tryPut(
                path(made),
                Map.of("url", receiver.url(), "events", List.of("stale"), "state", "paused"))
            .json();
    assertThat(changed.path("state").asText()).isEqualTo("paused");
    assertThat(GATEWAY.admin().post(path(made) + "/secrets", Map.of()).path("secret").asText())
        .startsWith("whsec_")
        .isNotEqualTo(made.path("secret").asText());
    end(GATEWAY.admin(), made);
  }

  @Test
  void subscriptions_moreThanOneMayHave_areRefused() {
    ApiClient somebody = GATEWAY.editorAndReviewer();
    for (int i = 0; i < 20; i++) {
      subscribe(somebody, receiver.url(), "approved");
    }

    Answer answer =
        somebody.tryPost("webhooks", Map.of("url", receiver.url(), "events", List.of("stale")));

    assertThat(answer.code()).isEqualTo("wrong-state");
    assertThat(somebody.get("webhooks").path("webhooks")).hasSize(20);
  }

  private static JsonNode subscribe(ApiClient client, String url, String event) {
    return client.post("webhooks", Map.of("url", url, "events", List.of(event)));
  }

  private static String path(JsonNode webhook) {
    return "webhooks/" + webhook.path("id").asText();
  }

  private static JsonNode awaitDelivered(ApiClient client, JsonNode webhook) {
    String path = path(webhook) + "/deliveries?state=delivered";
    await().atMost(PATIENCE).until(() -> client.get(path).path("deliveries").size() == 1);
    return client.get(path).path("deliveries").path(0);
  }

  private static void end(ApiClient client, JsonNode webhook) {
    Answer answer = client.send("DELETE", path(webhook), null, BodyPublishers.noBody());
    assertThat(answer.status()).isEqualTo(204);
  }
}
