package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A direction is a pair of known languages that a model serves. */
class LanguageTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String TEXT = "Hội nghị có 45 đại biểu tham dự.";

  @ParameterizedTest
  @ValueSource(strings = {"xx", "english", "e", "en_US!", "'; drop table asset"})
  @Provokes(ErrorCode.UNKNOWN_LANGUAGE)
  void target_unknown_isRefused(String language) {
    Answer answer = submit(Map.of("targetLanguages", List.of(language)));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("unknown-language");
  }

  @ParameterizedTest
  @CsvSource({"vi, ja", "en, ja", "ko, en"})
  @Provokes(ErrorCode.UNSUPPORTED_PAIR)
  void pair_noModelServes_isRefused(String source, String target) {
    Answer answer = submit(Map.of("sourceLanguage", source, "targetLanguages", List.of(target)));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("unsupported-pair");
  }

  @Test
  @Provokes(ErrorCode.UNSUPPORTED_PAIR)
  void severalTargets_oneOfThemWithoutAModel_areRefusedTogether() {
    assertThat(submit(Map.of("targetLanguages", List.of("en", "fr"))).code())
        .isEqualTo("unsupported-pair");
  }

  private static Answer submit(Map<String, ?> changes) {
    return gateway.unchanged(() -> gateway.editor().trySubmit(gateway.secret(TEXT), changes));
  }
}
