package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.testing.Provokes;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Names that no list has, over HTTP: every answer is held to the contract. */
class CandidatesTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String TEXT =
      "Sở Ngoại vụ thăm Bảo tàng Sóng Xanh.\nHôm nay mở cửa Bảo tàng Sóng Xanh.";

  @Test
  void candidates_ofATranslation_comeWithTheirPlaces() {
    String target = gateway.translated(TEXT);

    JsonNode found = gateway.terminologist().get("targets/" + target + "/candidates");

    assertThat(found.path("target").asText()).isEqualTo(target);
    assertThat(found.path("parallel").asBoolean()).isFalse();
    assertThat(found.path("segmentsRead").asInt()).isEqualTo(2);
    assertThat(found.path("total").asInt()).isEqualTo(1);
    JsonNode museum = found.path("candidates").path(0);
    assertThat(museum.path("wording").asText()).isEqualTo("Bảo tàng Sóng Xanh");
    assertThat(museum.path("kind").asText()).isEqualTo("pattern");
    assertThat(museum.path("count").asInt()).isEqualTo(2);
    assertThat(museum.path("renderings")).isEmpty();
    assertThat(museum.path("places").path(0).path("before").asText())
        .isEqualTo("Sở Ngoại vụ thăm ");
    assertThat(museum.path("places").path(1).path("index").asInt()).isEqualTo(1);
  }

  @Test
  void candidates_ofAnApprovedTranslation_comeWithRenderings() {
    String target = gateway.translated(TEXT);
    ApiClient reviewer = gateway.reviewer();
    edit(reviewer, target, 0, "The Department of Foreign Affairs visited the Green Wave Museum.");
    edit(reviewer, target, 1, "Today the Green Wave Museum opens.");
    reviewer.tryApprove(target);

    JsonNode found = gateway.terminologist().get("targets/" + target + "/candidates?limit=1");

    assertThat(found.path("parallel").asBoolean()).isTrue();
    JsonNode rendering = found.path("candidates").path(0).path("renderings").path(0);
    assertThat(rendering.path("text").asText()).isEqualTo("Green Wave Museum");
    assertThat(rendering.path("count").asInt()).isEqualTo(2);
    assertThat(
            gateway
                .terminologist()
                .get("targets/" + target + "/candidates?offset=1")
                .path("candidates"))
        .isEmpty();
  }

  private static void edit(ApiClient reviewer, String target, int index, String text) {
    assertThat(reviewer.tryEdit(target, index, 1, text).status()).isEqualTo(200);
  }

  @Test
  @Provokes({ErrorCode.NOT_PERMITTED, ErrorCode.NOT_FOUND, ErrorCode.INVALID_REQUEST})
  void candidates_askedInVain_areRefused() {
    String target = gateway.translated("Trời mưa.");

    assertThat(gateway.editor().tryGet("targets/" + target + "/candidates").code())
        .isEqualTo("not-permitted");
    assertThat(gateway.reviewer().tryGet("targets/" + target + "/candidates").code())
        .isEqualTo("not-permitted");
    ApiClient keeper = gateway.terminologist();
    assertThat(keeper.tryGet("targets/" + UUID.randomUUID() + "/candidates").code())
        .isEqualTo("not-found");
    assertThat(keeper.tryGet("targets/none/candidates").code()).isEqualTo("not-found");
    assertThat(keeper.tryGet("targets/" + target + "/candidates?limit=201").code())
        .isEqualTo("invalid-request");
  }
}
