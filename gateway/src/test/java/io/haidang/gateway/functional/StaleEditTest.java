package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Of two who edit the same version the second is told what the first has written; and what stands
 * around an edit, before it and after it.
 */
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

  @Test
  void workingCopy_isItsWritersAlone_andGoesWithTheEdit() {
    String target = "targets/" + gateway.translated("Hội nghị có 45 đại biểu tham dự.");
    ApiClient editor = gateway.editor();
    String address = target + "/segments/0/working-copy";
    String typed = gateway.secret("The conference had 45");

    Answer kept = editor.tryPut(address, Map.of("text", typed, "version", 1));

    assertThat(kept.json().path("current").asBoolean()).isTrue();
    assertThat(editor.get(target + "/working-copies").at("/workingCopies/0/text").asText())
        .isEqualTo(typed);
    assertThat(gateway.reviewer().get(target + "/working-copies").path("workingCopies")).isEmpty();
    assertThat(editor.tryDelete(address).status()).isEqualTo(204);
    assertThat(editor.get(target + "/working-copies").path("workingCopies")).isEmpty();
    Map<String, ?> ahead = Map.of("text", typed, "version", 7);
    assertThat(gateway.unchanged(() -> editor.tryPut(address, ahead)).code())
        .isEqualTo("invalid-request");
    assertThat(gateway.admin().tryPut(address, Map.of("text", typed, "version", 1)).code())
        .isEqualTo("not-permitted");
  }

  @Test
  void repetitions_takeTheTextOfOne_andGiveItBack() {
    String id = gateway.translated("Mời quý vị đến dự. Có 45 đại biểu. Mời quý vị đến dự.");
    String target = "targets/" + id;
    ApiClient editor = gateway.editor();
    String invited = gateway.secret("You are cordially invited.");
    editor.tryEdit(id, 0, 1, invited);
    String address = target + "/segments/0/repetitions";

    assertThat(editor.get(address).path("waiting").asInt()).isEqualTo(1);
    assertThat(gateway.unchanged(() -> editor.tryPost(address, Map.of("version", 1))).code())
        .isEqualTo("stale-version");
    Answer carried = editor.tryPost(address, Map.of("version", 2));
    assertThat(carried.json().at("/changed/0/segment").asInt()).isEqualTo(2);
    assertThat(text(editor, target)).isEqualTo(invited);
    Map<String, ?> changes =
        Map.of(
            "changed",
            List.of(
                Map.of("segment", 2, "version", carried.json().at("/changed/0/version").asInt())));
    Answer undone = editor.tryPost(target + "/repetitions/undo", changes);

    assertThat(undone.json().at("/takenBack/0").asInt()).isEqualTo(2);
    assertThat(text(editor, target)).isNotEqualTo(invited);
    assertThat(editor.tryPost(target + "/repetitions/undo", changes).json().path("takenBack"))
        .isEmpty();
  }

  private static String text(ApiClient client, String target) {
    return client.get(target + "/segments").at("/segments/2/target").asText();
  }
}
