package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.config.HttpAddress;
import io.haidang.gateway.node.Gateway;
import io.haidang.gateway.testing.CapturedLog;
import io.haidang.gateway.testing.Listener;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestConfig;
import io.haidang.gateway.testing.TestFolders;
import io.haidang.translation.review.Role;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that is asked to stop does so soon, in order, and leaves the rest to the next start. */
class GracefulStopTest {

  private static final int SENTENCES = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path data = TestFolders.withNames();
  private final Path other = TestFolders.withNames();

  @AfterEach
  void delete() {
    TestFolders.delete(data);
    TestFolders.delete(other);
  }

  @Test
  void node_stoppedInTheMiddleOfAJob_isQuickAndQuietAndLosesNothing() {
    String key;
    String target;
    try (CapturedLog log = new CapturedLog()) {
      Gateway first = start(0);
      Account editor =
          first.accounts().create("lan", "Lan", Office.FIRST, "secret", Set.of(Role.EDITOR));
      key = first.accounts().createApiKey(editor.id(), "test");
      ApiClient api = new ApiClient(first.address(), key);
      target = api.submit(text()).path("targets").path(0).path("id").asText();
      await().atMost(PATIENCE).until(() -> done(api, target) >= 8);
      Listener listener = listen(first, key);
      await().atMost(PATIENCE).until(() -> listener.has("segments-translated"));
      long start = System.nanoTime();

      first.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      assertThat(log.lines()).noneMatch(line -> line.contains("could not be closed"));
      assertThat(log.lines()).noneMatch(line -> line.contains("Exception"));
      await().until(listener::endedWell);
    }

    Gateway second = start(0);
    try {
      ApiClient api = new ApiClient(second.address(), key);
      await().atMost(PATIENCE).until(() -> state(api, target).equals("in-review"));
      JsonNode segments = api.get("targets/" + target + "/segments").path("segments");
      assertThat(segments).hasSize(SENTENCES);
      assertThat(segments.findValuesAsText("index"))
          .isEqualTo(IntStream.range(0, SENTENCES).mapToObj(String::valueOf).toList());
    } finally {
      second.close();
    }
  }

  @Test
  void node_thatCannotListen_closesWhatItHadOpened() {
    Gateway first = start(0);
    int taken = URI.create(first.address()).getPort();
    try {
      assertThatThrownBy(() -> start(taken, other)).hasRootCauseInstanceOf(BindException.class);
    } finally {
      first.close();
    }
    start(taken, other).close();
  }

  private Gateway start(int port) {
    return start(port, data);
  }

  private static Gateway start(int port, Path folder) {
    return Gateway.start(
        TestConfig.in(folder).at(HttpAddress.plain("127.0.0.1", port)).build(), TestAccount.CHEAP);
  }

  private static Listener listen(Gateway node, String key) {
    return new Listener(
        HttpClient.newHttpClient(),
        HttpRequest.newBuilder(URI.create(node.address() + "/api/v1/events?after=0"))
            .header("Authorization", "Bearer " + key)
            .build());
  }

  private static int done(ApiClient api, String target) {
    return api.get("targets/" + target).path("segmentsDone").asInt();
  }

  private static String state(ApiClient api, String target) {
    return api.get("targets/" + target).path("state").asText();
  }

  private static String text() {
    return IntStream.rangeClosed(1, SENTENCES)
        .mapToObj(n -> "Trong ngày thứ " + n + ", Sở Ngoại vụ đã đón " + (n + 7) + " vị khách.")
        .collect(Collectors.joining("\n"));
  }
}
