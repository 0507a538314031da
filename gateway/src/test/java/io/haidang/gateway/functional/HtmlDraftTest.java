package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page that came with scripts goes without them. */
class HtmlDraftTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String PAGE =
      "<p onclick=\"steal()\">Hội nghị có <b>45</b> đại biểu tham dự.</p>"
          + "<script>steal('Nội dung không được dịch')</script>"
          + "<p><a href=\"javascript:steal()\">Xem thêm</a></p>";

  @Test
  void html_withScripts_isTranslatedAndExportedWithoutThem() {
    ApiClient editor = gateway.editor();
    Answer draft = editor.trySubmit(gateway.secret(PAGE), Map.of("format", "html"));
    String target = draft.json().path("targets").path(0).path("id").asText();
    gateway.awaitState(target, "in-review");
    JsonNode segments = editor.get("targets/" + target + "/segments").path("segments");
    assertThat(segments).hasSize(2);
    assertThat(segments.toString()).doesNotContain("steal");
    gateway.reviewer().tryApprove(target);

    Answer file = editor.tryPost("targets/" + target + "/exports", Map.of());

    assertThat(file.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(file.header("Content-Disposition")).startsWith("attachment");
    assertThat(file.body()).contains("<p>").doesNotContain("steal", "script", "onclick");
  }

  @Test
  @Provokes(ErrorCode.INVALID_REQUEST)
  void edit_thatLosesAnInlineCode_isRefused() {
    ApiClient editor = gateway.editor();
    Answer draft = editor.trySubmit(gateway.secret(PAGE), Map.of("format", "html"));
    String target = draft.json().path("targets").path(0).path("id").asText();
    gateway.awaitState(target, "in-review");

    Answer answer =
        gateway.unchanged(() -> editor.tryEdit(target, 0, 1, "45 delegates without bold face"));

    assertThat(answer.code()).isEqualTo("invalid-request");
    assertThat(answer.body()).contains("inline codes").doesNotContain("delegates");
  }
}
