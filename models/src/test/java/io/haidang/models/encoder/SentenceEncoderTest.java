package io.haidang.models.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.onnx.NativeResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SentenceEncoderTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("haidang.repository"), "models/bundled/sentence-encoder");

  @TempDir private Path folder;

  @AfterEach
  void nothingNativeStaysOpen() {
    assertThat(NativeResources.open()).matches(NativeResources.Open::none);
  }

  @Test
  void compare_rightAndWrongTranslations_areFarApart() {
    try (SentenceEncoder encoder = SentenceEncoder.open(FOLDER)) {
      List<Double> similarities =
          encoder.compare(
              List.of(
                  "Hải Phòng là thành phố cảng lớn nhất miền Bắc Việt Nam.",
                  "Hải Phòng là thành phố cảng lớn nhất miền Bắc Việt Nam."),
              List.of(
                  "Hai Phong is the largest port city in northern Vietnam.",
                  "The concert was cancelled because of the rain."));
      assertThat(similarities.get(0)).isGreaterThan(0.6);
      assertThat(similarities.get(1)).isLessThan(0.45);
    }
  }

  @Test
  void vectors_ofSentences_haveLengthOneAndTellWhatIsClose() {
    try (SentenceEncoder encoder = SentenceEncoder.open(FOLDER)) {
      List<float[]> vectors =
          encoder.vectors(
              List.of(
                  "Cảng Hải Phòng đón tàu container lớn.",
                  "Một tàu container cỡ lớn cập cảng Hải Phòng.",
                  "Buổi hòa nhạc bị hủy vì trời mưa."));
      assertThat(vectors).allSatisfy(v -> assertThat(dot(v, v)).isCloseTo(1, within(1e-3)));
      assertThat(dot(vectors.get(0), vectors.get(1)))
          .isGreaterThan(dot(vectors.get(0), vectors.get(2)) + 0.2);
      assertThat(encoder.serves(Locale.forLanguageTag("vi"))).isTrue();
      assertThat(encoder.serves(Locale.forLanguageTag("ja"))).isFalse();
    }
  }

  private static double dot(float[] one, float[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] * (double) other[i]).sum();
  }

  @Test
  void compare_batchesOfManyLengths_agreeWithSinglePairs() {
    try (SentenceEncoder encoder = SentenceEncoder.open(FOLDER)) {
      List<String> sources =
          Stream.iterate("Thành phố", text -> text + " đẹp và xanh").limit(40).toList();
      List<String> targets =
          Stream.iterate("The city", text -> text + " fair and green").limit(40).toList();
      List<Double> together = encoder.compare(sources, targets);
      for (int i = 0; i < sources.size(); i += 13) {
        double alone = encoder.compare(List.of(sources.get(i)), List.of(targets.get(i))).get(0);
        // Not equal: int8 activations are scaled by what is in the batch.
        assertThat(together.get(i)).isCloseTo(alone, within(0.08));
      }
    }
  }

  @Test
  void compare_oddTexts_givesANumberForEach() {
    try (SentenceEncoder encoder = SentenceEncoder.open(FOLDER)) {
      String endless = String.join(" ", Collections.nCopies(2_000, "thành phố"));
      List<String> odd = List.of("", "  ", "\ud800", "a\u0000b", "😀", endless);
      assertThat(encoder.compare(odd, odd))
          .hasSize(odd.size())
          .allMatch(similarity -> similarity >= -1 && similarity <= 1);
      assertThat(encoder.compare(List.of(" "), List.of("text"))).containsExactly(0.0);
      assertThat(encoder.compare(List.of(), List.of())).isEmpty();
    }
  }

  @Test
  void compare_unequalLists_isRefused() {
    try (SentenceEncoder encoder = SentenceEncoder.open(FOLDER)) {
      assertThatThrownBy(() -> encoder.compare(List.of("a"), List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("targets: 0");
    }
  }

  @Test
  void serves_itsTwoLanguages_only() {
    try (SentenceEncoder encoder = SentenceEncoder.open(FOLDER)) {
      assertThat(encoder.serves(LanguagePair.of("vi", "en-GB"))).isTrue();
      assertThat(encoder.serves(LanguagePair.of("vi", "fr"))).isFalse();
    }
  }

  @Test
  void compare_closed_isRefused() {
    SentenceEncoder encoder = SentenceEncoder.open(FOLDER);
    encoder.close();
    encoder.close();
    assertThatThrownBy(() -> encoder.compare(List.of("a"), List.of("b")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void open_spoiltFiles_namesTheOneAtFault() throws IOException {
    for (String name : List.of("model_quantized.onnx", "sentencepiece.model", "config.json")) {
      Path copy = Files.createTempDirectory(folder, "encoder");
      for (String file : List.of("model_quantized.onnx", "sentencepiece.model", "config.json")) {
        Files.copy(FOLDER.resolve(file), copy.resolve(file));
      }
      Files.write(copy.resolve(name), new byte[] {1, 2, 3});
      assertThatThrownBy(() -> SentenceEncoder.open(copy))
          .isInstanceOf(ModelException.Unloadable.class)
          .hasMessageContaining(name);
    }
  }

  @Test
  void isIn_generatorFolder_isFalse() {
    assertThat(SentenceEncoder.isIn(FOLDER)).isTrue();
    assertThat(SentenceEncoder.isIn(FOLDER.resolveSibling("vi-en"))).isFalse();
  }
}
