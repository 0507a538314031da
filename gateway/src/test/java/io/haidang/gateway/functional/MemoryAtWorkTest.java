package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was approved once is not translated again. */
class MemoryAtWorkTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final List<String> SENTENCES =
      List.of(
          "Sáng nay hội nghị đã bắt đầu tại trung tâm thành phố.",
          "Nhiều doanh nghiệp tham dự cuộc họp quan trọng này.",
          "Các đại biểu nghe báo cáo về kinh tế biển.",
          "Người dân rất quan tâm đến công trình mới.",
          "Buổi chiều các đoàn đi thăm cảng.",
          "Hội nghị kết thúc trong không khí vui vẻ.");

  @Test
  void approvedText_submittedAgainWithTwoSentencesChanged_sendsThoseTwoToTheModel() {
    String first = gateway.translated(String.join("\n", SENTENCES));
    gateway
        .reviewer()
        .tryEdit(first, 2, 1, gateway.secret("Delegates heard a report on the marine economy."));
    approve(first);
    List<String> changed = new ArrayList<>(SENTENCES);
    changed.set(1, "Đông đảo nhà đầu tư đến dự buổi làm việc.");
    changed.set(4, "Ngày mai các đoàn sẽ trở về nước.");

    String second = gateway.translated(String.join("\n", changed));

    JsonNode segments = segments(second);
    List<Integer> translated = new ArrayList<>();
    for (JsonNode segment : segments) {
      if (segment.path("provenance").path("memory").isNull()) {
        assertThat(segment.path("state").asText()).isEqualTo("machine");
        translated.add(segment.path("index").asInt());
      } else {
        assertThat(segment.path("state").asText()).isEqualTo("matched");
        assertThat(segment.path("provenance").path("engine").asText()).isEqualTo("memory");
        assertThat(segment.path("provenance").path("memory").path("document").asText())
            .isEqualTo(first);
      }
    }
    assertThat(translated).containsExactly(1, 4);
    assertThat(segments.path(2).path("target").asText())
        .isEqualTo("Delegates heard a report on the marine economy.");
    assertThat(segments.path(0).path("provenance").path("memory").path("score").asInt())
        .isEqualTo(100);
  }

  @Test
  void sameTextAgain_isTakenWhole_untilItsApprovalIsWithdrawn() {
    String text = "Chúng tôi rất vui được gặp các bạn ở đây.\nXin cảm ơn tất cả mọi người.";
    String first = gateway.translated(text);
    approve(first);

    JsonNode again = segments(gateway.translated(text));
    assertThat(again)
        .allMatch(
            segment -> segment.path("provenance").path("memory").path("score").asInt() == 101);

    gateway.editor().tryEdit(first, 0, 1, "We are glad to meet you here.");
    JsonNode third = segments(gateway.translated(text));
    assertThat(third).allMatch(segment -> segment.path("provenance").path("memory").isNull());
  }

  @Test
  void internalText_isNoMemoryForAPublicOne() {
    String text = "Kế hoạch này chưa được công bố cho báo chí.";
    JsonNode draft =
        gateway.editor().trySubmit(gateway.secret(text), Map.of("sensitivity", "internal")).json();
    String internal = draft.path("targets").path(0).path("id").asText();
    gateway.awaitState(internal, "in-review");
    approve(internal);

    JsonNode segments = segments(gateway.translated(text));

    assertThat(segments.path(0).path("provenance").path("memory").isNull()).isTrue();
  }

  private static void approve(String target) {
    int status = gateway.reviewer().tryApprove(target).status();
    assertThat(status).isEqualTo(200);
  }

  private static JsonNode segments(String target) {
    return gateway.reviewer().get("targets/" + target + "/segments").path("segments");
  }
}
