package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A program that got no answer sends its request again. */
class RepeatedRequestTest {

  private static final String DRAFT =
      "{\"title\":\"Tin\",\"content\":\"Cảng Hải Phòng.\",\"targetLanguages\":[\"en\"]}";

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private final ApiClient editor = GATEWAY.editor();
  private final String key = UUID.randomUUID().toString();

  @Test
  void draft_handedInTwiceUnderOneKey_isOneDraft() {
    Answer first = submit(editor, key, DRAFT);
    Answer second = submit(editor, key, DRAFT);

    assertThat(first.status()).isEqualTo(202);
    assertThat(second.status()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(submit(editor, key + "2", DRAFT).body()).isNotEqualTo(first.body());
  }

  @Test
  void drafts_listed_areThoseOfTheAccountUnlessAllAreAskedFor() {
    String id = submit(editor, key, DRAFT).json().path("id").asText();

    assertThat(editor.tryGet("drafts").body()).contains(id);
    assertThat(GATEWAY.reviewer().tryGet("drafts").body()).doesNotContain(id);
    assertThat(GATEWAY.reviewer().tryGet("drafts?scope=all").body()).contains(id);
    assertThat(editor.get("targets?state=draft&offset=100000").path("targets")).isEmpty();
  }

  @Test
  void key_ofAnotherAccount_isAnotherKey() {
    Answer first = submit(editor, key, DRAFT);
    Answer other = submit(GATEWAY.editorAndReviewer(), key, DRAFT);

    assertThat(other.json().path("id")).isNotEqualTo(first.json().path("id"));
  }

  @Test
  @Provokes(ErrorCode.IDEMPOTENCY_KEY_REUSED)
  void key_ofAnotherRequest_isRefused() {
    submit(editor, key, DRAFT);

    Answer answer = submit(editor, key, DRAFT.replace("Tin", "Khác"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void key_ofARefusedRequest_mayTryAgain() {
    Answer refused = submit(editor, key, DRAFT.replace("\"en\"", "\"xx-nowhere\""));
    Answer granted = submit(editor, key, DRAFT);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(granted.status()).isEqualTo(202);
  }

  @Test
  @Provokes(ErrorCode.REQUEST_IN_PROGRESS)
  void request_thatIsNotFinished_isNotDoneASecondTime() {
    Answer first = submit(editor, key, DRAFT);
    GATEWAY
        .sql()
        .useHandle(
            handle ->
                handle.execute(
                    "update repeatable_request set status = null where request_key = ?", key));

    Answer second = submit(editor, key, DRAFT);

    assertThat(first.status()).isEqualTo(202);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("request-in-progress");
  }

  @Test
  void list_thatHasNotChanged_isNotSentAgain() {
    Answer first = editor.tryGet("glossaries/official/releases");
    Answer second =
        editor.with("If-None-Match", first.header("ETag")).tryGet("glossaries/official/releases");

    assertThat(first.header("ETag")).startsWith("\"");
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  private static Answer submit(ApiClient client, String key, String draft) {
    return client
        .with("Idempotency-Key", key)
        .send("POST", "drafts", "application/json", BodyPublishers.ofString(draft));
  }
}
