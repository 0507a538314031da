package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.functional.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A draft becomes an approved translation, and every step stands in the log of events. */
class WholePathTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String TEXT =
      "Ủy ban nhân dân thành phố Hải Phòng đã họp ngày 12 tháng 5.\n"
          + "Hội nghị có 45 đại biểu tham dự.";

  /** Dishes, fish and a nickname: nothing that an office writes about. */
  private static final String UNUSUAL =
      "Chú Tư Mốc gánh bánh tráng, mắm ba khía và cá lóc nướng trui ra chợ nổi bán rong.";

  @Test
  void draft_editedAndApprovedByAnother_isExportedAsApproved() {
    ApiClient editor = gateway.editor();
    ApiClient reviewer = gateway.reviewer();
    JsonNode draft = editor.submit(gateway.secret(TEXT));
    String target = draft.path("targets").path(0).path("id").asText();
    assertThat(editor.get("drafts/" + draft.path("id").asText()).path("targets")).hasSize(1);
    gateway.awaitState(target, "in-review");
    assertThat(ids(reviewer.get("targets?state=in-review"))).contains(target);

    JsonNode segments = reviewer.get("targets/" + target + "/segments").path("segments");
    assertThat(segments).hasSize(2);
    assertThat(segments.path(0).path("sourceTerms")).isNotEmpty();
    assertThat(segments.path(0).path("similarity").asDouble(-2)).isBetween(-1.0, 1.0);
    String corrected = gateway.secret("The conference was attended by 45 delegates.");
    Answer edited = reviewer.tryEdit(target, 1, 1, corrected);
    assertThat(edited.status()).isEqualTo(200);
    assertThat(edited.json().path("state").asText()).isEqualTo("edited");
    assertThat(edited.json().path("version").asInt()).isEqualTo(2);
    assertThat(reviewer.get("targets/" + target + "/summary").path("target").path("headline"))
        .isNotEmpty();

    Answer approved = reviewer.tryApprove(target);
    assertThat(approved.json().path("state").asText()).isEqualTo("approved");
    assertThat(approved.json().path("approvedBy").asText()).isEqualTo("Người duyệt");

    Answer file = editor.tryPost("targets/" + target + "/exports", Map.of());
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(file.header("Content-Disposition")).contains("draft.en.txt");
    assertThat(file.body().lines()).hasSize(2).last().isEqualTo(corrected);

    assertThat(states(editor.get("targets/" + target + "/events")))
        .containsExactly("draft", "machine", "in-review", "approved", "published");
  }

  @Test
  void similarity_ofAFewWords_isNull() {
    String target = gateway.translated("Thông báo");

    JsonNode segments = gateway.reviewer().get("targets/" + target + "/segments").path("segments");

    assertThat(segments.path(0).path("similarity").isNull()).isTrue();
    assertThat(segments.path(0).path("confidence").isNumber()).isTrue();
  }

  @Test
  void uncertain_ofWordsThatTheModelHardlyKnows_areInTheTextUntilItIsEdited() {
    String target = gateway.translated(UNUSUAL);
    ApiClient reviewer = gateway.reviewer();
    String path = "targets/" + target + "/segments";

    JsonNode segment = reviewer.get(path).path("segments").path(0);

    assertThat(segment.path("uncertain")).isNotEmpty();
    int next = 0;
    for (JsonNode word : segment.path("uncertain")) {
      assertThat(word.path("start").asInt()).isGreaterThanOrEqualTo(next);
      next = word.path("end").asInt();
      assertThat(next).isLessThanOrEqualTo(segment.path("target").asText().length());
      assertThat(word.path("logProbability").asDouble()).isNegative();
    }
    Answer edited = reviewer.tryEdit(target, 0, 1, "Uncle Tư sells rice paper.");
    assertThat(edited.json().path("uncertain").isArray()).isTrue();
    assertThat(edited.json().path("uncertain")).isEmpty();
    assertThat(reviewer.get(path).path("segments").path(0).path("uncertain")).isEmpty();
  }

  @Test
  void approvedText_edited_returnsToReviewUnderTheNameOfItsEditor() {
    String target = gateway.translated("Hội nghị có 45 đại biểu tham dự.");
    ApiClient reviewer = gateway.reviewer();
    reviewer.tryApprove(target);

    gateway.editor().tryEdit(target, 0, 1, "45 delegates attended the conference.");

    assertThat(reviewer.get("targets/" + target).path("state").asText()).isEqualTo("in-review");
    JsonNode events = reviewer.get("targets/" + target + "/events").path("events");
    JsonNode last = events.path(events.size() - 1);
    assertThat(last.path("type").asText()).isEqualTo("target-in-review");
    assertThat(last.path("actor").asText()).isEqualTo("Biên tập viên");
  }

  @Test
  void textSentBack_handedInAgain_isInReviewAgain() {
    String target = gateway.translated("Hội nghị có 45 đại biểu tham dự.");
    gateway.reviewer().tryDecide(target, "request-changes", Map.of("comment", "Numbers first."));
    gateway.editor().tryDecide(target, "resubmit", Map.of());

    assertThat(states(gateway.editor().get("targets/" + target + "/events")))
        .containsExactly("draft", "machine", "in-review", "changes-requested", "in-review");
  }

  @Test
  void glossaryAndAccount_asked_areAsDocumented() {
    assertThat(gateway.editor().get("glossary").path("concepts")).hasSizeGreaterThan(100);
    assertThat(gateway.editor().get("me").path("login").asText()).isEqualTo("editor");
  }

  private static List<String> ids(JsonNode targets) {
    List<String> ids = new ArrayList<>();
    targets.path("targets").forEach(target -> ids.add(target.path("id").asText()));
    return ids;
  }

  /** The states that the log tells of, one after the other. */
  private static List<String> states(JsonNode events) {
    List<String> states = new ArrayList<>();
    for (JsonNode event : events.path("events")) {
      String type = event.path("type").asText();
      switch (type) {
        case "target-created" -> states.add("draft");
        case "translation-started" -> states.add("machine");
        default -> {
          if (type.startsWith("target-")) {
            states.add(type.substring("target-".length()));
          }
        }
      }
    }
    return states;
  }
}
