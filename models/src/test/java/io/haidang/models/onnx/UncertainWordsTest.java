package io.haidang.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.Generation.UncertainSpan;
import io.haidang.models.ModelException;
import io.haidang.models.tokenizer.DecodedText;
import io.haidang.models.tokenizer.DecodedText.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UncertainWordsTest {

  private static final double THRESHOLD = -1;

  @TempDir private Path folder;

  /** Tokens: (nothing) Hai| Pho|ng|'s| port|. */
  private static final DecodedText TEXT =
      new DecodedText(
          "Hai Phong's port.",
          List.of(
              new Span(0, 0),
              new Span(0, 3),
              new Span(4, 7),
              new Span(7, 9),
              new Span(9, 11),
              new Span(12, 16),
              new Span(16, 17)));

  @Test
  void words_unsureToken_isMarkedAsAWholeWord() {
    assertThat(words(0, -0.1, -0.2, -1.5, -0.3, -0.1, -0.1))
        .containsExactly(new UncertainSpan(4, 9, -1.5));
  }

  @Test
  void words_severalTokensOfOne_areMarkedOnceWithTheLowest() {
    assertThat(words(0, -0.1, -2.5, -1.5, -0.3, -0.1, -0.1))
        .containsExactly(new UncertainSpan(4, 9, -2.5));
  }

  @Test
  void words_neighbours_areMarkedEach() {
    assertThat(words(0, -3, -2, -0.5, -0.3, -1.1, -4))
        .containsExactly(
            new UncertainSpan(0, 3, -3),
            new UncertainSpan(4, 9, -2),
            new UncertainSpan(12, 16, -1.1),
            new UncertainSpan(16, 17, -4));
  }

  @Test
  void words_unsureTokenWithoutText_marksNothing() {
    assertThat(words(-9, 0, 0, 0, 0, 0, 0)).isEmpty();
  }

  @Test
  void words_letterOfTwoUnits_isNeverCut() {
    DecodedText text =
        new DecodedText("a😀𝒜b c", List.of(new Span(0, 1), new Span(1, 6), new Span(7, 8)));
    assertThat(UncertainWords.of(text, new double[] {-2, 0, 0}, THRESHOLD))
        .containsExactly(new UncertainSpan(0, 6, -2));
  }

  @Test
  void threshold_inTheFolder_isTaken() throws Exception {
    assertThat(UncertainWords.threshold(folder)).isEqualTo(UncertainWords.USUAL_THRESHOLD);
    Files.writeString(folder.resolve("haidang.json"), "{\"uncertain_below\": -2.25}");
    assertThat(UncertainWords.threshold(folder)).isEqualTo(-2.25);
    Files.writeString(folder.resolve("haidang.json"), "{\"uncertain_below\": 0.5}");
    assertThatThrownBy(() -> UncertainWords.threshold(folder))
        .isInstanceOf(ModelException.Unloadable.class)
        .hasMessageContaining("uncertain_below: 0.5 (expected:");
  }

  private static List<UncertainSpan> words(double... logProbabilities) {
    return UncertainWords.of(TEXT, logProbabilities, THRESHOLD);
  }
}
