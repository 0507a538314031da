package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.testing.Provokes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that come without their language, and texts in two. */
class DetectionTest {

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private static final String VIETNAMESE = "Hội nghị có 45 đại biểu tham dự.";
  private static final String ENGLISH = "The delegation visited the new container terminal.";
  private static final String FRENCH = "La délégation a visité le nouveau terminal à conteneurs.";

  @Test
  void detection_mixedText_isToldAsAWholeAndBySegment() {
    JsonNode answer =
        GATEWAY
            .editor()
            .post("languages/detections", Map.of("text", VIETNAMESE + " " + ENGLISH + "\n12/5"));

    assertThat(answer.path("languages").findValuesAsText("language")).contains("vi", "en");
    assertThat(answer.at("/segments/0/language").asText()).isEqualTo("vi");
    assertThat(answer.at("/segments/1/language").asText()).isEqualTo("en");
    assertThat(answer.at("/segments/1/confidence").asDouble()).isGreaterThan(0.9);
    assertThat(answer.at("/segments/2/language").isNull()).isTrue();
  }

  @Test
  @Provokes(ErrorCode.EMPTY_TEXT)
  void detection_nothing_isRefused() {
    assertThat(GATEWAY.editor().tryPost("languages/detections", Map.of("text", " ")).status())
        .isEqualTo(422);
  }

  @Test
  void languages_always_nameSourcesWithTheirTargets() {
    JsonNode answer = GATEWAY.editor().get("languages");
    assertThat(answer.path("languages").findValuesAsText("language")).containsExactly("en", "vi");
    assertThat(answer.at("/languages/1/name").asText()).isEqualTo("Vietnamese");
    assertThat(answer.at("/languages/1/targets/0").asText()).isEqualTo("en");
    assertThat(answer.at("/languages/0/targets/0").asText()).isEqualTo("vi");
    assertThat(answer.path("detected").size()).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", ""})
  void sentence_withoutItsLanguage_saysWhatItWasTakenFor(String language) {
    JsonNode answer = GATEWAY.editor().post("translations", sentence(VIETNAMESE, language));

    assertThat(answer.path("text").asText()).contains("45");
    assertThat(answer.path("sourceLanguage").asText()).isEqualTo("vi");
    assertThat(answer.at("/detectedLanguage/language").asText()).isEqualTo("vi");
    assertThat(answer.at("/detectedLanguage/confidence").asDouble()).isGreaterThan(0.9);
  }

  @Test
  void sentence_withItsLanguage_isNotGuessed() {
    JsonNode answer = GATEWAY.editor().post("translations", sentence(VIETNAMESE, "vi"));
    assertThat(answer.has("detectedLanguage")).isFalse();
  }

  @Test
  void sentence_thatSaysNothingOfItsLanguage_isTakenForVietnameseWithoutConfidence() {
    JsonNode answer = GATEWAY.editor().post("translations", sentence("12/5/2026", "auto"));
    assertThat(answer.at("/detectedLanguage/language").asText()).isEqualTo("vi");
    assertThat(answer.at("/detectedLanguage/confidence").asDouble()).isZero();
  }

  @Test
  @Provokes(ErrorCode.UNSUPPORTED_PAIR)
  void sentence_inALanguageThatNothingServes_isRefusedAsSuch() {
    assertThat(GATEWAY.editor().tryPost("translations", sentence(FRENCH, "auto")).code())
        .isEqualTo("unsupported-pair");
  }

  @Test
  void draft_inTwoLanguages_keepsWhatIsInTheTargetLanguageAlready() {
    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("content", GATEWAY.secret(VIETNAMESE + "\n\n" + ENGLISH));
    draft.put("targetLanguages", List.of("en"));
    JsonNode made = GATEWAY.editor().post("drafts", draft);
    String target = made.at("/targets/0/id").asText();
    GATEWAY.awaitState(target, "in-review");

    assertThat(made.path("sourceLanguage").asText()).isEqualTo("vi");
    assertThat(made.at("/detectedLanguage/confidence").asDouble()).isBetween(0.3, 0.8);
    JsonNode segments = GATEWAY.editor().get("targets/" + target + "/segments").path("segments");
    assertThat(segments.at("/0/target").asText()).contains("45").isNotEqualTo(VIETNAMESE);
    assertThat(segments.at("/1/target").asText()).isEqualTo(ENGLISH);
    assertThat(segments.at("/1/provenance/engine").asText()).isEqualTo("source");
    assertThat(segments.at("/1/findings").findValuesAsText("check"))
        .containsExactly("already-translated");
  }

  private static Map<String, Object> sentence(String text, String language) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", GATEWAY.secret(text));
    body.put("targetLanguage", "en");
    if (!language.isEmpty()) {
      body.put("sourceLanguage", language);
    }
    return body;
  }
}
