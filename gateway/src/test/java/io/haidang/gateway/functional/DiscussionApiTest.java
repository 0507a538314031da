package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.translation.review.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs take part in what colleagues say to each other. */
class DiscussionApiTest {

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  @Test
  void comment_answeredAndResolved_isToldInTheTargetAndTheLog() {
    String target = GATEWAY.translated("Cảng Hải Phòng đón 120 tàu.");
    String threads = "targets/" + target + "/threads";
    JsonNode begun =
        GATEWAY
            .reviewer()
            .post(threads, Map.of("segment", 0, "text", GATEWAY.secret("Con số này lấy ở đâu?")));
    String thread = threads + "/" + begun.path("id").asText();
    assertThat(begun.path("state").asText()).isEqualTo("open");
    assertThat(GATEWAY.editor().get("targets/" + target).path("openThreads").asInt()).isEqualTo(1);

    GATEWAY.editor().post(thread + "/comments", Map.of("text", "Báo cáo quý."));
    Answer late =
        GATEWAY
            .reviewer()
            .tryPut(
                thread + "/comments/" + begun.path("comments").path(0).path("id").asText(),
                Map.of("text", "Khác"));
    assertThat(late.code()).isEqualTo("wrong-state");
    GATEWAY.editor().tryPut(thread, Map.of("state", "resolved"));

    JsonNode all = GATEWAY.reviewer().get(threads).path("threads");
    assertThat(all).hasSize(1);
    assertThat(all.path(0).path("comments")).hasSize(2);
    assertThat(all.path(0).path("resolvedBy").asText()).isNotEmpty();
    assertThat(GATEWAY.editor().get("targets/" + target).path("openThreads").asInt()).isZero();
  }

  @Test
  void secretText_ofAnotherOffice_isNotTalkedAbout() {
    ApiClient other = GATEWAY.of(new Office("Báo"), Role.EDITOR, Role.REVIEWER);
    String target =
        GATEWAY
            .editor()
            .trySubmit("Việc mật.", Map.of("sensitivity", "secret"))
            .json()
            .path("targets")
            .path(0)
            .path("id")
            .asText();

    assertThat(other.tryGet("targets/" + target + "/threads").status()).isEqualTo(404);
    assertThat(other.tryGet("targets/" + target + "/colleagues?q=e").status()).isEqualTo(404);
    assertThat(other.tryPost("targets/" + target + "/threads", Map.of("text", "Gì đây?")).status())
        .isEqualTo(404);
  }
}
