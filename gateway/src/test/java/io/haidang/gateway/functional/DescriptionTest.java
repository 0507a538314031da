package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.functional.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API tells what it can, to anybody who asks. */
class DescriptionTest {

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private final ApiClient anybody = GATEWAY.withKey(null);

  @Test
  void description_asked_isOneWholeForTheServerThatWasAsked() {
    Answer yaml = anybody.tryGet("openapi.yaml");
    JsonNode json = anybody.tryGet("openapi.json").json();

    assertThat(yaml.header("Content-Type")).isEqualTo("application/yaml");
    assertThat(yaml.body()).startsWith("openapi: 3.1.0").contains("  /webhooks/{id}:");
    assertThat(json.path("servers").path(0).path("url").asText()).isEqualTo("/api/v1");
    assertThat(json.has("x-rooms")).isFalse();
    assertThat(json.at("/paths/~1drafts/post/tags/0").asText()).isEqualTo("drafts");
    assertThat(json.at("/paths/~1drafts~1{id}/get/responses/304").isObject()).isTrue();
  }

  @Test
  void page_asked_hasNothingInlineAndNothingFromElsewhere() {
    Answer page = anybody.tryGet("/api/docs");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'");
    assertThat(page.body()).doesNotContain("http://", "https://", "style=", "<script>");
    for (String part : new String[] {"docs.js", "swagger-ui.css", "swagger-ui-bundle.js"}) {
      assertThat(page.body()).contains("/api/docs/" + part);
      assertThat(anybody.tryGet("/api/docs/" + part).status()).isEqualTo(200);
    }
  }
}
