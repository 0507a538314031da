package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which name is right depends on the date of the text and on every diacritic. */
class OfficialNamesTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String MINISTRY = "Bộ Giao thông vận tải thông báo kết quả hội nghị.";

  @Test
  void nameOfAMinistryThatEnded_inATextOfItsTime_isRightAsItIs() {
    JsonNode segment = translated(MINISTRY, "2024-05-06").path(0);

    assertThat(segment.path("target").asText()).contains("Ministry of Transport");
    assertThat(finding(segment, "term-not-valid").isMissingNode()).isTrue();
  }

  @Test
  void nameOfAMinistryThatEnded_inALaterText_isReportedWithItsSuccessor() {
    JsonNode segment = translated(MINISTRY, "2026-05-06").path(0);

    assertThat(segment.path("target").asText()).contains("Ministry of Transport");
    JsonNode finding = finding(segment, "term-not-valid");
    assertThat(finding.path("expected").asText()).isEqualTo("Ministry of Construction");
    assertThat(finding.path("detail").asText()).contains("until 2025-02-28", "now Bộ Xây dựng");
  }

  @Test
  void names_thatDifferInOneDiacritic_areTwoConcepts() {
    ApiClient keeper = gateway.terminologist();
    String giang = keeper.proposeName("cẩm-giang", "Cẩm Giang", "Cam Giang").path("id").asText();
    String other =
        keeper.proposeName("cẩm-giàng", "Cẩm Giàng", "Cam Giang (Cẩm Giàng)").path("id").asText();
    assertThat(gateway.admin().tryDecideOn("approve", "", giang, other).status()).isEqualTo(200);

    JsonNode segments =
        translated("Xã Cẩm Giàng thông báo.\nXã Cẩm Giang thông báo.", "2026-05-06");

    assertThat(concept(segments.path(0))).isEqualTo("cẩm-giàng");
    assertThat(segments.path(0).path("target").asText()).contains("Cam Giang (Cẩm Giàng)");
    assertThat(concept(segments.path(1))).isEqualTo("cẩm-giang");
    assertThat(segments.path(1).path("target").asText())
        .contains("Cam Giang")
        .doesNotContain("Giàng");
  }

  private static String concept(JsonNode segment) {
    assertThat(segment.path("sourceTerms")).hasSize(1);
    return segment.path("sourceTerms").path(0).path("concept").asText();
  }

  private static JsonNode translated(String text, String textDate) {
    ApiClient editor = gateway.editor();
    JsonNode draft = editor.trySubmit(gateway.secret(text), Map.of("textDate", textDate)).json();
    String target = draft.path("targets").path(0).path("id").asText();
    gateway.awaitState(target, "in-review");
    return editor.get("targets/" + target + "/segments").path("segments");
  }

  private static JsonNode finding(JsonNode segment, String check) {
    for (JsonNode finding : segment.path("findings")) {
      if (finding.path("check").asText().equals(check)) {
        return finding;
      }
    }
    return segment.path("no such finding");
  }
}
