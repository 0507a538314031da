package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.functional.ApiClient.Answer;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Errors that reviewers note down, and what texts are worth, through the API. */
class QualityApiTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String TEXT = "Hội nghị có 45 đại biểu tham dự.";

  @Test
  void error_notedDownChangedAndTakenBack_isKeptAsItWasSaid() {
    String target = "targets/" + gateway.translated(TEXT);
    ApiClient reviewer = gateway.reviewer();
    Map<String, ?> form =
        Map.of(
            "category", "official-name",
            "severity", "major",
            "span", Map.of("start", 0, "end", 3),
            "remark", "Another body.");

    Answer made = reviewer.tryPost(target + "/segments/0/annotations", form);
    String address = target + "/annotations/" + made.json().path("id").asText();
    Answer changed = reviewer.tryPut(address, Map.of("category", "style", "severity", "neutral"));
    JsonNode kept = reviewer.get(target + "/annotations").path("annotations");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("quote").asText()).hasSize(3);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(kept.findValuesAsText("category")).containsExactly("style");
    assertThat(kept.get(0).path("span").isNull()).isTrue();
    assertThat(reviewer.tryDelete(address).status()).isEqualTo(204);
    assertThat(reviewer.tryDelete(address).code()).isEqualTo("not-found");
  }

  @Test
  void error_unfitOrOfAnEditor_isRefused() {
    String address = "targets/" + gateway.translated(TEXT) + "/segments/0/annotations";
    Map<String, ?> form = Map.of("category", "style", "severity", "minor");
    Map<String, ?> empty =
        Map.of("category", "style", "severity", "minor", "span", Map.of("start", 3, "end", 3));

    assertThat(gateway.editor().tryPost(address, form).code()).isEqualTo("not-permitted");
    assertThat(gateway.reviewer().tryPost(address, empty).code()).isEqualTo("invalid-request");
    assertThat(
            gateway
                .reviewer()
                .tryPost(address, Map.of("category", "taste", "severity", "minor"))
                .code())
        .isEqualTo("invalid-request");
  }

  @Test
  void approval_isInTheReportAndInTheQualityOfItsText() {
    String id = gateway.translated(TEXT);
    gateway
        .reviewer()
        .tryPost(
            "targets/" + id + "/segments/0/annotations",
            Map.of("category", "accuracy", "severity", "minor"));
    assertThat(gateway.reviewer().tryApprove(id).status()).isEqualTo(200);

    JsonNode result = gateway.reviewer().get("targets/" + id + "/quality").at("/results/0");
    assertThat(result.path("outcome").asText()).isEqualTo("approved");
    assertThat(result.path("points").asDouble()).isEqualTo(0.5);
    assertThat(result.path("passed").asBoolean()).isFalse();
    JsonNode report = gateway.reviewer().get("quality?months=2");
    assertThat(report.path("months")).hasSize(2);
    assertThat(report.path("lines").findValuesAsText("form")).contains("translation");
    assertThat(gateway.reviewer().tryGet("quality/csv").body()).startsWith("engine,language");
    assertThat(gateway.editor().tryGet("quality").code()).isEqualTo("not-permitted");
  }

  @Test
  void sample_drawnOfWhatWasApproved_isReadBySomebodyElse() {
    String id = gateway.translated(TEXT);
    ApiClient reviewer = gateway.reviewer();
    assertThat(reviewer.tryApprove(id).status()).isEqualTo(200);
    String month = YearMonth.now(Office.ZONE).toString();
    Map<String, ?> wanted = Map.of("first", month, "last", month, "size", 200, "seed", 7);

    Answer drawn = reviewer.tryPost("quality/samples", wanted);
    String address = "quality/samples/" + drawn.json().path("id").asText();
    Answer own = reviewer.tryPost(address + "/texts/" + id + "/readings", Map.of());

    assertThat(drawn.status()).isEqualTo(201);
    assertThat(drawn.json().path("texts").findValuesAsText("target")).contains(id);
    assertThat(own.code()).isEqualTo("author-cannot-approve");
    assertThat(reviewer.get(address).path("failedShareHigh").asDouble()).isEqualTo(1);
    assertThat(reviewer.get("quality/samples").path("samples").findValuesAsText("seed"))
        .contains("7");
    assertThat(
            reviewer
                .tryPost("quality/samples", Map.of("first", month, "last", "2020-01", "size", 3))
                .code())
        .isEqualTo("invalid-request");
  }

  @Test
  void limits_areSetByAdministrators() {
    ApiClient admin = gateway.admin();
    Map<String, ?> limits = Map.of("first", 8, "later", 5);

    assertThat(gateway.reviewer().tryPut("quality/limits", limits).status()).isEqualTo(403);
    assertThat(admin.tryPut("quality/limits", limits).json().path("later").asDouble()).isEqualTo(5);
    for (int wrong : List.of(-1, 1_001)) {
      assertThat(admin.tryPut("quality/limits", Map.of("first", wrong, "later", 5)).code())
          .isEqualTo("invalid-request");
    }
  }
}
