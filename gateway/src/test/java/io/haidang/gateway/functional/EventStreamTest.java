package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.testing.Listener;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A program listens to what happens. */
class EventStreamTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private final Account editor = GATEWAY.first("editor");
  private final String key = GATEWAY.gateway().accounts().createApiKey(editor.id(), "listener");
  private final List<Listener> listeners = new ArrayList<>();

  @AfterEach
  void close() {
    listeners.forEach(Listener::close);
  }

  @Test
  void draft_handedIn_isHeardOfUntilItIsInReviewWithoutAWordOfIt() {
    Listener listener = listen("events?after=0", "");
    String target = GATEWAY.translated("Cảng Hải Phòng đón 120 tàu.");

    await().atMost(PATIENCE).until(() -> listener.has("event: target-in-review"));

    assertThat(listener.lines()).contains("event: target-created", "event: translation-started");
    assertThat(String.join("\n", listener.lines())).contains(target).doesNotContain("Cảng");
    assertThat(listener.lines())
        .filteredOn(line -> line.startsWith("id: "))
        .doesNotHaveDuplicates();
  }

  @Test
  void listener_thatComesBack_hearsWhatItMissed() {
    String first = GATEWAY.translated("Tàu thứ nhất.");
    Listener all = listen("events?after=0", "");
    await().atMost(PATIENCE).until(() -> all.has(first));
    String heard = all.lastId();
    String second = GATEWAY.translated("Tàu thứ hai.");

    Listener back = listen("events", heard);

    await().atMost(PATIENCE).until(() -> back.has(second) && back.has("target-in-review"));
  }

  @Test
  void listener_toOneDraft_hearsOfNoOther() {
    String other = GATEWAY.translated("Tin khác.");
    String target = GATEWAY.translated("Tin này.");
    String draft = GATEWAY.editor().get("targets/" + target).path("draft").asText();

    Listener listener = listen("events?after=0&draft=" + draft, "");

    await().atMost(PATIENCE).until(() -> listener.has("target-in-review"));
    assertThat(listener.has(target)).isTrue();
    assertThat(listener.has(other)).isFalse();
  }

  @Test
  void key_revoked_endsItsStreams() {
    Listener listener = listen("events", "");
    await().atMost(PATIENCE).until(() -> listener.has("retry"));

    GATEWAY.gateway().accounts().apiKeys().revoke("editor", "listener");

    await().atMost(Duration.ofSeconds(15)).until(listener::isOver);
  }

  @Test
  void streams_moreThanAKeyMayHave_areRefused() {
    for (int i = 0; i < 4; i++) {
      Listener listener = listen("events", "");
      await().atMost(PATIENCE).until(() -> listener.has("retry"));
    }

    assertThat(GATEWAY.withKey(key).tryGet("events").code()).isEqualTo("too-many-requests");
  }

  private Listener listen(String path, String lastId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(GATEWAY.address() + "/api/v1/" + path))
            .header("Authorization", "Bearer " + key);
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    Listener listener = new Listener(HttpClient.newHttpClient(), request.build());
    listeners.add(listener);
    return listener;
  }
}
