package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.auth.Account;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
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
    listeners.forEach(listener -> listener.answer.cancel(true));
  }

  @Test
  void draft_handedIn_isHeardOfUntilItIsInReviewWithoutAWordOfIt() {
    Listener listener = listen("events?after=0", "");
    String target = GATEWAY.translated("Cảng Hải Phòng đón 120 tàu.");

    await().atMost(PATIENCE).until(() -> listener.has("event: target-in-review"));

    assertThat(listener.lines).contains("event: target-created", "event: translation-started");
    assertThat(String.join("\n", listener.lines)).contains(target).doesNotContain("Cảng");
    assertThat(listener.lines).filteredOn(line -> line.startsWith("id: ")).doesNotHaveDuplicates();
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

    await().atMost(Duration.ofSeconds(15)).until(listener.answer::isDone);
  }

  @Test
  void streams_moreThanAKeyMayHave_areRefused() {
    for (int i = 0; i < 4; i++) {
      Listener listener = listen("events", "");
      await().atMost(PATIENCE).until(() -> listener.has("retry"));
    }

    assertThat(GATEWAY.withKey(key).tryGet("events").code()).isEqualTo("too-many-requests");
  }

  private static final class Listener {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<?> answer;

    Listener(HttpRequest request) {
      answer =
          HttpClient.newHttpClient()
              .sendAsync(request, BodyHandlers.ofLines())
              .thenAcceptAsync(response -> response.body().forEach(lines::add), Listener::begin);
    }

    /** Each on a thread of its own, for it listens to the end. */
    private static void begin(Runnable work) {
      Thread thread = new Thread(work, "listener");
      thread.setDaemon(true);
      thread.start();
    }

    boolean has(String text) {
      return lines.stream().anyMatch(line -> line.contains(text));
    }

    String lastId() {
      return lines.stream()
          .filter(line -> line.startsWith("id: "))
          .reduce("", (before, line) -> line.substring(4));
    }
  }

  private Listener listen(String path, String lastId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(GATEWAY.address() + "/api/v1/" + path))
            .header("Authorization", "Bearer " + key);
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    Listener listener = new Listener(request.build());
    listeners.add(listener);
    return listener;
  }
}
