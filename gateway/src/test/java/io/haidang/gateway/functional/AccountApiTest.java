package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.testing.Provokes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Accounts over HTTP. */
class AccountApiTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private final String login = "p" + UUID.randomUUID();

  private final Map<String, Object> lan =
      Map.of(
          "login",
          login,
          "displayName",
          "Lan",
          "office",
          "Sở Ngoại vụ",
          "roles",
          List.of("editor"));

  @Test
  void account_madeChangedAndClosed_tellsItsHistory() {
    ApiClient admin = gateway.admin();
    JsonNode made = admin.post("accounts", lan);
    String path = "accounts/" + made.path("id").asText();

    JsonNode changed =
        admin
            .tryPut(
                path,
                Map.of("displayName", "Lan", "office", "Sở Du lịch", "roles", List.of("reviewer")))
            .json();
    JsonNode closed = admin.post(path + "/closings", Map.of());

    assertThat(made.path("password").asText()).hasSize(16);
    assertThat(changed.path("office").asText()).isEqualTo("Sở Du lịch");
    assertThat(closed.path("closedAt").isNull()).isFalse();
    JsonNode history = admin.get(path).path("events");
    assertThat(history.findValuesAsText("type"))
        .containsExactly("account-closed", "account-changed", "account-made");
    assertThat(history.toString()).doesNotContain(made.path("password").asText());
    assertThat(admin.post(path + "/reopenings", Map.of()).path("closedAt").isNull()).isTrue();
    admin.post(path + "/sign-outs", Map.of());
    assertThat(admin.post(path + "/passwords", Map.of()).path("password").asText()).hasSize(16);
    assertThat(admin.get("accounts").path("accounts").findValuesAsText("login")).contains(login);
  }

  @Test
  void request_refused_isInTheLogWithTheAccountAndWithoutItsName() {
    Account editor = gateway.first("editor");

    assertThat(gateway.editor().tryGet("accounts").status()).isEqualTo(403);

    await()
        .until(
            () ->
                gateway.log().lines().stream()
                    .anyMatch(
                        line ->
                            line.contains("GET /api/v1/accounts 403")
                                && line.contains(editor.id().toString())
                                && !line.contains(editor.displayName())));
  }

  @Test
  @Provokes({ErrorCode.LOGIN_TAKEN, ErrorCode.LAST_ADMINISTRATOR, ErrorCode.NOT_PERMITTED})
  void step_thatCannotBe_isRefused() {
    ApiClient admin = gateway.admin();
    admin.post("accounts", lan);
    String self =
        admin
            .get("accounts")
            .path("accounts")
            .valueStream()
            .filter(account -> account.path("login").asText().equals("admin"))
            .map(account -> account.path("id").asText())
            .findFirst()
            .orElseThrow();

    assertThat(admin.tryPost("accounts", lan).code()).isEqualTo("login-taken");
    assertThat(admin.tryPost("accounts/" + self + "/closings", Map.of()).code())
        .isEqualTo("last-administrator");
    assertThat(gateway.editor().tryGet("accounts").code()).isEqualTo("not-permitted");
  }
}
