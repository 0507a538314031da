package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.functional.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Probes and operators ask how the node does. */
class HealthApiTest {

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  @Test
  void ready_askedByAStranger_tellsStatesAndNothingElse() {
    Answer answer = GATEWAY.withKey(null).tryGet("/health/ready");

    assertThat(answer.status()).isEqualTo(200);
    JsonNode components = answer.json().path("components");
    assertThat(components.fieldNames())
        .toIterable()
        .containsExactly("database", "jobs", "models", "disk", "deliveries");
    assertThat(components.path("database").path("status").asText()).isEqualTo("up");
    assertThat(components.findValues("details")).isEmpty();
  }

  @Test
  void live_asked_isUp() {
    assertThat(GATEWAY.withKey(null).tryGet("/health/live").body())
        .isEqualTo("{\"status\":\"up\"}");
  }

  @Test
  void health_askedByAnAdministrator_hasNumbers() {
    JsonNode health = GATEWAY.admin().get("health");
    assertThat(health.at("/components/disk/details/freeBytes").asLong()).isPositive();
    assertThat(health.at("/components/models/details/models").asInt()).isPositive();
    assertThat(health.path("at").asText()).isNotEmpty();
  }

  @Test
  void health_askedByAnEditor_isRefused() {
    assertThat(GATEWAY.editor().tryGet("health").code()).isEqualTo("not-permitted");
  }
}
