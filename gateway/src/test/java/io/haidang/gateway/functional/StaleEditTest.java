package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of two who edit the same version the second is told what the first has written. */
class StaleEditTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  @Test
  @Provokes(ErrorCode.STALE_VERSION)
  void edit_ofAnOldVersion_isRefusedWithVersionAndText() {
    String target = gateway.translated("Hội nghị có 45 đại biểu tham dự.");
    String first = gateway.secret("The conference had 45 delegates.");
    gateway.editor().tryEdit(target, 0, 1, first);

    Answer answer =
        gateway.unchanged(
            () ->
                gateway
                    .reviewer()
                    .tryEdit(target, 0, 1, gateway.secret("45 delegates came to it.")));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("stale-version");
    assertThat(answer.json().path("currentVersion").asInt()).isEqualTo(2);
    assertThat(answer.json().path("currentText").asText()).isEqualTo(first);
  }

  @Test
  @Provokes(ErrorCode.STALE_VERSION)
  void approval_ofAVersionThatWasEditedSince_isRefused() {
    String target = gateway.translated("Hội nghị có 45 đại biểu tham dự.");
    int seen = gateway.reviewer().get("targets/" + target).path("version").asInt();
    gateway.editor().tryEdit(target, 0, 1, "The conference had 45 delegates.");

    Answer answer =
        gateway.unchanged(
            () ->
                gateway
                    .reviewer()
                    .tryPost(
                        "targets/" + target + "/decisions",
                        Map.of("decision", "approve", "version", seen)));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().path("currentVersion").asInt()).isEqualTo(seen + 1);
  }

  @Test
  @Provokes({ErrorCode.NOT_FOUND, ErrorCode.INVALID_REQUEST})
  void edit_ofNoSegmentOrWithUnfitText_isRefused() {
    String target = gateway.translated("Hội nghị có 45 đại biểu tham dự.");
    ApiClient editor = gateway.editor();

    assertThat(gateway.unchanged(() -> editor.tryEdit(target, 7, 1, "text")).status())
        .isEqualTo(404);
    assertThat(gateway.unchanged(() -> editor.tryEdit(target, 0, 1, "a\u0000b")).status())
        .isEqualTo(400);
    assertThat(gateway.unchanged(() -> editor.tryEdit(target, 0, 1, "a".repeat(10_001))).status())
        .isEqualTo(400);
  }
}
