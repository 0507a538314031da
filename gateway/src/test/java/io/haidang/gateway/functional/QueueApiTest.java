package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The queue over HTTP. */
class QueueApiTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  @Test
  @Provokes(ErrorCode.TARGET_CLAIMED)
  void text_takenAssignedAndDue_isToldByTheQueue() {
    ApiClient reviewer = gateway.reviewer();
    ApiClient other = gateway.editorAndReviewer();
    String target = gateway.translated("Thành phố Hải Phòng đón 12 vị khách.");
    assertThat(reviewer.get("queue/counts").path("counts").path("in-review").asInt()).isOne();

    JsonNode taken = reviewer.post("queue/next", Map.of("language", "en")).path("target");
    assertThat(taken.path("id").asText()).isEqualTo(target);
    assertThat(taken.path("claim").path("holder").path("login").asText()).isEqualTo("reviewer");
    assertThat(other.post("queue/next", Map.of()).path("target").isNull()).isTrue();
    Answer refused = other.tryPut("targets/" + target + "/claim", Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("holder").asText()).isNotEmpty();

    reviewer.tryPut("targets/" + target + "/assignment", Map.of("login", "reviewer"));
    Answer due =
        reviewer.tryPut(
            "targets/" + target + "/deadline", Map.of("deadline", "2020-03-02T10:00:00Z"));
    assertThat(due.json().path("deadline").asText()).isEqualTo("2020-03-02T10:00:00Z");
    for (String year : List.of("+99999", "1066", "next")) {
      Answer absurd =
          reviewer.tryPut(
              "targets/" + target + "/deadline", Map.of("deadline", year + "-03-02T10:00:00Z"));
      assertThat(absurd.code()).as(year).isEqualTo("invalid-request");
    }
    JsonNode found = reviewer.get("targets?whose=mine&overdue=true&assignee=reviewer");
    assertThat(found.path("total").asInt()).isOne();
    assertThat(found.path("targets").path(0).path("risk").path("public").asBoolean()).isTrue();
    Map<String, Object> none = new HashMap<>();
    none.put("deadline", null);
    Answer free = reviewer.tryPut("targets/" + target + "/deadline", none);
    assertThat(free.json().path("deadline").isNull()).isTrue();
    assertThat(delete(reviewer, "targets/" + target + "/claim").status()).isEqualTo(204);
    assertThat(other.get("targets/" + target + "/work").path("claim").isNull()).isTrue();
  }

  @Test
  void view_savedRenamedDeleted_isListed() {
    ApiClient reviewer = gateway.reviewer();

    JsonNode saved =
        reviewer.post("queue/views", Map.of("name", "Gấp", "filter", Map.of("overdue", true)));
    String path = "queue/views/" + saved.path("id").asText();
    reviewer.tryPut(path, Map.of("name", "Quá hạn"));

    assertThat(reviewer.get("queue/views").path("views").findValuesAsText("name"))
        .containsExactly("Quá hạn");
    assertThat(saved.path("query").asText()).isEqualTo("state=in-review&overdue=true");
    assertThat(delete(gateway.editor(), path).status()).isEqualTo(404);
    assertThat(delete(reviewer, path).status()).isEqualTo(204);
  }

  private static Answer delete(ApiClient who, String path) {
    return who.send("DELETE", path, null, BodyPublishers.noBody());
  }
}
