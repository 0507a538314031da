package io.haidang.gateway.functional;

import static io.haidang.gateway.functional.ScriptedProviders.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import io.haidang.models.testing.ScriptedServer.Exchange;
import io.haidang.translation.review.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A text that the process dies of each time; its provider kills the server that asks it. */
class PoisonIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @RegisterExtension
  static final ScriptedProviders PROVIDERS =
      new ScriptedProviders(
          provider("deadly", "vi-de") + "route.vi-de=deadly\nroute.vi-en=local\nworkers=2\n");

  @TempDir private Path data;
  private final AtomicInteger kills = new AtomicInteger();
  private volatile @Nullable ServerProcess server;

  @Test
  void document_thatKillsTheServerThreeTimes_isSetAsideAndAllElseIsDone() throws Exception {
    String key = prepareKey();
    PROVIDERS.script("deadly", this::kill);
    server = start();
    String poison = submit(key, "de");
    String innocent = submit(key, "en");
    for (int death = 1; death <= 3; death++) {
      server().awaitEnd();
      assertThat(kills).hasValue(death);
      server = start();
    }

    awaitState(key, poison, "failed");
    awaitState(key, innocent, "in-review");
    assertThat(api(key).get("targets/" + poison).path("failure").asText())
        .startsWith("worker-crashed: work: begun 3 times");
    assertThat(kills).hasValue(3);

    PROVIDERS.script("deadly", ScriptedProviders::obey);
    assertThat(api(key).tryDecide(poison, "retry", Map.of()).status()).isEqualTo(200);
    awaitState(key, poison, "in-review");
  }

  @AfterEach
  void stop() throws InterruptedException {
    server().kill();
  }

  private ServerProcess server() {
    return Objects.requireNonNull(server);
  }

  private void kill(Exchange exchange) {
    kills.incrementAndGet();
    try {
      server().kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ServerProcess start() throws IOException {
    Path config = Files.writeString(data.resolve("poison.properties"), PROVIDERS.configuration());
    return ServerProcess.start(
        data, List.of("--config", config.toString()), Map.of("KEY", ScriptedProviders.KEY));
  }

  private ApiClient api(String key) {
    return new ApiClient(server().address(), key);
  }

  private String submit(String key, String language) {
    return api(key)
        .trySubmit("Hội nghị đã kết thúc tốt đẹp.", Map.of("targetLanguages", List.of(language)))
        .json()
        .path("targets")
        .path(0)
        .path("id")
        .asText();
  }

  private void awaitState(String key, String target, String state) {
    await()
        .atMost(PATIENCE)
        .until(() -> api(key).get("targets/" + target).path("state").asText().equals(state));
  }

  private String prepareKey() {
    try (Database database = Database.open(GatewayConfig.embedded(data), "haidang", "")) {
      Accounts accounts = new Accounts(database, Clock.systemUTC());
      return accounts.createApiKey(
          accounts
              .create("poisoner", "Người viết", Office.FIRST, "mật khẩu", Set.of(Role.EDITOR))
              .id(),
          "poison");
    }
  }
}
