package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may decide what, and when. */
class DecisionTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String TEXT = "Hội nghị có 45 đại biểu tham dự.";
  private static final Map<String, ?> ACCEPT = Map.of("comment", "Read and accepted.");

  @Test
  @Provokes(ErrorCode.AUTHOR_CANNOT_APPROVE)
  void author_approving_isRefusedWhateverTheRoles() {
    ApiClient author = gateway.editorAndReviewer();
    String target = gateway.translated(author, TEXT);

    Answer answer = gateway.unchanged(() -> author.tryDecide(target, "approve", ACCEPT));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("author-cannot-approve");
  }

  @Test
  @Provokes(ErrorCode.NOT_PERMITTED)
  void role_wrong_isRefusedEverywhere() {
    String target = gateway.translated(TEXT);
    ApiClient admin = gateway.admin();

    assertThat(refusal(() -> admin.trySubmit(TEXT, Map.of()))).isEqualTo("not-permitted");
    assertThat(refusal(() -> admin.tryEdit(target, 0, 1, "text"))).isEqualTo("not-permitted");
    assertThat(refusal(() -> admin.tryDecide(target, "approve", ACCEPT)))
        .isEqualTo("not-permitted");
    assertThat(refusal(() -> gateway.editor().tryDecide(target, "approve", ACCEPT)))
        .isEqualTo("not-permitted");
    assertThat(refusal(() -> admin.tryPost("targets/" + target + "/exports", Map.of())))
        .isEqualTo("not-permitted");
  }

  @Test
  @Provokes(ErrorCode.FINDINGS_OPEN)
  void approval_withOpenErrors_isRefusedWhateverIsSaid() {
    String target = gateway.translated(TEXT);
    gateway.editor().tryEdit(target, 0, 1, "The conference had 54 delegates.");
    ApiClient reviewer = gateway.reviewer();
    Map<String, ?> wholesale = Map.of("acceptFindings", true, "comment", "Read and accepted.");

    Answer answer = gateway.unchanged(() -> reviewer.tryDecide(target, "approve", Map.of()));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("findings-open");
    assertThat(answer.json().path("openErrors").asInt()).isEqualTo(1);
    assertThat(refusal(() -> reviewer.tryDecide(target, "approve", wholesale)))
        .isEqualTo("findings-open");
    assertThat(reviewer.tryApprove(target).status()).isEqualTo(200);
  }

  @Test
  void sendingBack_withMarkedSegments_tellsTheEditorWhichAndWhy() {
    String target = gateway.translated(TEXT);
    ApiClient reviewer = gateway.reviewer();
    String address = "targets/" + target;
    List<?> marks = List.of(Map.of("index", 0, "reason", "Which conference?"));

    assertThat(refusal(() -> reviewer.tryDecide(target, "approve", Map.of("segments", marks))))
        .isEqualTo("invalid-request");
    assertThat(reviewer.tryDecide(target, "request-changes", Map.of("segments", marks)).status())
        .isEqualTo(200);
    JsonNode open = gateway.editor().get(address + "/change-requests").at("/changeRequests/0");
    assertThat(open.path("segment").asInt()).isZero();
    assertThat(open.path("reason").asText()).isEqualTo("Which conference?");
    assertThat(open.path("answeredAt").isNull()).isTrue();

    gateway.editor().tryEdit(target, 0, 1, "The port conference had 45 delegates.");

    JsonNode answered = gateway.editor().get(address + "/change-requests").at("/changeRequests/0");
    assertThat(answered.path("answeredAt").isTextual()).isTrue();
  }

  @Test
  void mark_ofAnEditor_orOfASegmentThatIsNotThere_isRefused() {
    String address = "targets/" + gateway.translated(TEXT) + "/segments/";
    Map<String, ?> reason = Map.of("reason", "Which conference?");

    assertThat(refusal(() -> gateway.editor().tryPut(address + "0/change-request", reason)))
        .isEqualTo("not-permitted");
    assertThat(refusal(() -> gateway.reviewer().tryPut(address + "7/change-request", reason)))
        .isEqualTo("not-found");
  }

  @Test
  void turningDown_withoutAReason_isRefused_andWithOneEndsTheText() {
    String target = gateway.translated(TEXT);
    ApiClient reviewer = gateway.reviewer();

    assertThat(refusal(() -> reviewer.tryDecide(target, "reject", Map.of())))
        .isEqualTo("invalid-request");
    assertThat(
            refusal(
                () -> gateway.editor().tryDecide(target, "reject", Map.of("comment", "No use"))))
        .isEqualTo("not-permitted");
    Answer rejected = reviewer.tryDecide(target, "reject", Map.of("comment", "Not our event."));

    assertThat(rejected.json().path("state").asText()).isEqualTo("rejected");
    assertThat(refusal(() -> gateway.editor().tryEdit(target, 0, 1, "45 delegates")))
        .isEqualTo("wrong-state");
    int version = rejected.json().path("version").asInt();
    Answer anew =
        gateway.editor().tryPost("targets/" + target + "/remakings", Map.of("version", version));
    assertThat(anew.status()).isLessThan(300);
    gateway.awaitState(target, "in-review");
  }

  @Test
  void approvedTogether_whatIsNotFromTheMemory_staysAsItIs() {
    String target = gateway.translated(TEXT);
    Map<String, ?> choice = Map.of("targets", List.of(Map.of("id", target, "version", 3)));

    Answer answer = gateway.unchanged(() -> gateway.reviewer().tryPost("approvals", choice));

    JsonNode outcome = answer.json().at("/outcomes/0");
    assertThat(outcome.path("approved").asBoolean()).isFalse();
    assertThat(outcome.path("refusal").asText()).isIn("not-from-memory", "stale-version");
    assertThat(gateway.reviewer().get("approvals").path("targets").findValuesAsText("id"))
        .doesNotContain(target);
  }

  @Test
  void approval_whenTheErrorIsIgnoredWithAReason_needsNoOther() {
    String target = gateway.translated(TEXT);
    gateway.editor().tryEdit(target, 0, 1, "The conference had 54 delegates.");
    ApiClient reviewer = gateway.reviewer();
    String segment = "targets/" + target + "/segments/0";
    String finding =
        reviewer.get("targets/" + target + "/segments").at("/segments/0/findings/0/id").asText();

    assertThat(finding).startsWith("numbers-");
    Map<String, ?> reason = Map.of("reason", "The organisers corrected it.");
    assertThat(reviewer.tryPost(segment + "/findings/" + finding + "/ignore", reason).status())
        .isEqualTo(200);
    assertThat(reviewer.tryPost(segment + "/findings/numbers-0/ignore", reason).status())
        .isEqualTo(404);
    assertThat(reviewer.tryDecide(target, "approve", Map.of()).status()).isEqualTo(200);
  }

  @Test
  @Provokes(ErrorCode.WRONG_STATE)
  void step_notOfTheState_isRefused() {
    String target = gateway.translated(TEXT);

    Answer answer =
        gateway.unchanged(
            () -> gateway.editor().tryPost("targets/" + target + "/exports", Map.of()));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("wrong-state");
    assertThat(answer.json().path("state").asText()).isEqualTo("in-review");
    assertThat(refusal(() -> gateway.editor().tryDecide(target, "retry", Map.of())))
        .isEqualTo("wrong-state");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b"})
  @Provokes(ErrorCode.INVALID_REQUEST)
  void sendingBack_withoutAReadableReason_isRefused(String comment) {
    String target = gateway.translated(TEXT);
    Map<String, ?> body = Map.of("comment", comment);

    assertThat(refusal(() -> gateway.reviewer().tryDecide(target, "request-changes", body)))
        .isEqualTo("invalid-request");
  }

  private static String refusal(Supplier<Answer> request) {
    return gateway.unchanged(request).code();
  }
}
