package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.engine.EngineSettings;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.node.Gateway;
import io.haidang.gateway.testing.CapturedLog;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestConfig;
import io.haidang.gateway.testing.TestFolders;
import io.haidang.translation.review.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The whole gateway with the bundled model, once for each test class: on a free port, with a
 * database of its own. After each test the log must hold nothing of the texts that were handed in
 * through {@link #secret}.
 */
final class RunningGateway implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Supplier<EngineSettings> engines;
  private final UnaryOperator<TestConfig> more;
  private @Nullable Parts parts;

  /** A gateway with the bundled model alone. */
  RunningGateway() {
    this(() -> EngineSettings.LOCAL_ONLY);
  }

  /**
   * A gateway with providers.
   *
   * @param engines asked once, at the start
   */
  RunningGateway(Supplier<EngineSettings> engines) {
    this(engines, config -> config);
  }

  /** The same, with more of a configuration. */
  RunningGateway(Supplier<EngineSettings> engines, UnaryOperator<TestConfig> more) {
    this.engines = engines;
    this.more = more;
  }

  private record Parts(
      Path folder, CapturedLog log, Contract contract, Gateway gateway, Jdbi sql) {}

  @Override
  public void beforeAll(ExtensionContext context) {
    Path folder = TestFolders.withNames();
    CapturedLog log = new CapturedLog();
    String url = GatewayConfig.embedded(folder);
    Gateway gateway =
        Gateway.start(
            more.apply(TestConfig.in(folder).withLibreAtRoot().with(engines.get()).withMetrics())
                .build(),
            TestAccount.CHEAP);
    gateway.accounts().createFirstAccounts(Office.FIRST);
    parts = new Parts(folder, log, contract(context), gateway, Jdbi.create(url, "haidang", ""));
  }

  /** Reading it takes seconds; one serves every class. */
  private static Contract contract(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(Contract.class, key -> new Contract(), Contract.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    parts().log().assertKeptSecrets();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (parts != null) {
      parts.log().assertKeptSecretsIn(metrics());
      parts.gateway().close();
      parts.log().close();
      TestFolders.delete(parts.folder());
    }
  }

  private Parts parts() {
    if (parts == null) {
      throw new IllegalStateException("gateway: not started (expected: inside a test)");
    }
    return parts;
  }

  String address() {
    return parts().gateway().address();
  }

  Gateway gateway() {
    return parts().gateway();
  }

  /** What whoever watches the machine reads. */
  String metrics() {
    int port = gateway().metricsPort().orElseThrow();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  CapturedLog log() {
    return parts().log();
  }

  /** A door to the database beside the gateway's own. */
  Jdbi sql() {
    return parts().sql();
  }

  ApiClient editor() {
    return as(first("editor"));
  }

  ApiClient reviewer() {
    return as(first("reviewer"));
  }

  ApiClient admin() {
    return as(first("admin"));
  }

  /** Keeps the official names, as the admin does. */
  ApiClient terminologist() {
    return as(first("terminologist"));
  }

  /** Somebody new who writes and reviews. */
  ApiClient editorAndReviewer() {
    String login = "both-" + UUID.randomUUID();
    return as(
        gateway()
            .accounts()
            .create(
                login, "Người viết", Office.FIRST, "mật khẩu", Set.of(Role.EDITOR, Role.REVIEWER)));
  }

  /** Somebody new of another office. */
  ApiClient of(Office office, Role... roles) {
    String login = "other-" + UUID.randomUUID();
    return as(gateway().accounts().create(login, "Người khác", office, "mật khẩu", Set.of(roles)));
  }

  /** A key of somebody new who may do everything. */
  String keyOfEverything() {
    return keyOf(EnumSet.allOf(Role.class));
  }

  /** A key of somebody new who writes. */
  String keyOfEditor() {
    return keyOf(EnumSet.of(Role.EDITOR));
  }

  private String keyOf(Set<Role> roles) {
    Account account =
        gateway()
            .accounts()
            .create("new-" + UUID.randomUUID(), "Người mới", Office.FIRST, "mật khẩu", roles);
    return gateway().accounts().createApiKey(account.id(), "test");
  }

  /** Holds an answer to the contract, as {@link ApiClient} does by itself. */
  void check(Answer answer) {
    parts().contract().check(answer);
  }

  private ApiClient as(Account account) {
    return withKey(gateway().accounts().createApiKey(account.id(), "test"));
  }

  /** Whoever {@code key} belongs to; null sends none. */
  ApiClient withKey(@Nullable String key) {
    return new ApiClient(address(), key, parts().contract()::check);
  }

  Account first(String login) {
    return gateway().accounts().findByLogin(login).orElseThrow();
  }

  /** Returns {@code text}, of which no line may come into the log. */
  String secret(String text) {
    log().keepSecret(text);
    return text;
  }

  /** Hands in a text as the editor, waits until it is in review, and returns its target. */
  String translated(String text) {
    return translated(editor(), text);
  }

  String translated(ApiClient author, String text) {
    JsonNode draft = author.submit(secret(text));
    String target = draft.path("targets").path(0).path("id").asText();
    awaitState(target, "in-review");
    return target;
  }

  void awaitState(String target, String state) {
    ApiClient admin = admin();
    await()
        .atMost(PATIENCE)
        .until(() -> admin.get("targets/" + target).path("state").asText().equals(state));
  }

  /** Runs {@code refused}, after which the database must hold what it held before. */
  Answer unchanged(Supplier<Answer> refused) {
    List<String> before = content();
    Answer answer = refused.get();
    assertThat(content()).isEqualTo(before);
    return answer;
  }

  /** Every row of what people have entrusted to the gateway. */
  private List<String> content() {
    return sql()
        .withHandle(
            handle ->
                List.of("asset", "target", "segment", "event").stream()
                    .flatMap(
                        table ->
                            handle
                                .createQuery("select * from " + table + " order by 1, 2")
                                .mapToMap()
                                .stream())
                    .map(String::valueOf)
                    .toList());
  }
}
