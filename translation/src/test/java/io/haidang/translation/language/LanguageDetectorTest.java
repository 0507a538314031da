package io.haidang.translation.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageDetectorTest {

  private static final LanguageDetector DETECTOR = LanguageDetectors.bundled();

  static List<String[]> cases() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(LanguageDetectorTest.class.getResourceAsStream("cases.txt")),
                UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(l -> l.split("\t", -1))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void best_knownLanguage_isFoundInEitherNormalForm(String language, String text) {
    for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
      assertThat(DETECTOR.best(Normalizer.normalize(text, form)))
          .hasValueSatisfying(guess -> assertThat(guess.language()).isEqualTo(locale(language)));
    }
  }

  @Test
  void rank_anyText_hasConfidencesInOrderThatAddUpToOne() {
    for (String text : List.of("OK", "Hải Phòng", "海防 Hai Phong", "x")) {
      List<Double> confidences =
          DETECTOR.rank(text).stream().map(LanguageGuess::confidence).toList();
      assertThat(confidences).isNotEmpty().isSortedAccordingTo((a, b) -> Double.compare(b, a));
      assertThat(confidences.stream().mapToDouble(c -> c).sum()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void rank_oneWordOfManyLanguages_isNotSure() {
    assertThat(DETECTOR.best("OK")).hasValueSatisfying(ok -> assertThat(ok.isSure()).isFalse());
  }

  @Test
  void rank_wholeSentence_isSure() {
    assertThat(DETECTOR.best("Thành phố đã phê duyệt quy hoạch cảng biển mới."))
        .hasValueSatisfying(guess -> assertThat(guess.isSure()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\n\t", "12.345,67 %", "— … !?", "😀🏙️", "\0", "\uD800", "ລາວ", "ខ្មែរ"})
  void rank_nothingToTellBy_isEmpty(String text) {
    assertThat(DETECTOR.rank(text)).isEmpty();
  }

  @Test
  void rank_hostileText_endsSoon() {
    Stream.of("a", "đ", "\uDC00x", "<b>", "a\u0301")
        .map(each -> each.repeat(500_000))
        .forEach(text -> assertThat(DETECTOR.rank(text)).hasSizeGreaterThan(1));
  }

  @Test
  void languages_always_areThoseThatAreFound() throws IOException {
    assertThat(DETECTOR.languages())
        .containsExactlyInAnyOrderElementsOf(
            cases().stream().map(each -> locale(each[0])).distinct().toList());
  }

  private static Locale locale(String language) {
    return Locale.forLanguageTag(language);
  }
}
