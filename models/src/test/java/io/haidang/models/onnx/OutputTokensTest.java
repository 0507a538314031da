package io.haidang.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.RequiredPhrase;
import io.haidang.models.TextGenerator;
import io.haidang.models.internal.search.RowLogits;
import io.haidang.models.registry.ModelRegistry;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTokensTest {

  private static final Path MODELS =
      Path.of(System.getProperty("haidang.repository"), "models/bundled");

  @Test
  void row_tokensThatAreNotScored_getTheLowestLogit() {
    OutputTokens tokens = OutputTokens.listed("0-1 3", 5).orElseThrow();
    float[] scores = new float[5];

    RowLogits row = tokens.row(FloatBuffer.wrap(new float[] {9, 9, 9, 2, -1, 4}), 1);
    row.copyTo(scores);

    assertThat(tokens.count()).isEqualTo(3);
    assertThat(IntStream.range(0, 5).mapToObj(row::of)).containsExactly(2f, -1f, -1f, 4f, -1f);
    assertThat(scores).containsExactly(2, -1, -1, 4, -1);
  }

  @Test
  void row_everyTokenScored_isAsItIs() {
    float[] scores = new float[3];

    OutputTokens tokens = OutputTokens.listed("0-2", 3).orElseThrow();
    tokens.row(FloatBuffer.wrap(new float[] {3, 1, 2}), 0).copyTo(scores);

    assertThat(scores).containsExactly(3, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0-",
        "-1",
        "0,1",
        "1 1",
        "3-1",
        "2 1",
        "0-5",
        "0-999999999",
        "0 9999999999"
      })
  void listed_whatIsNoListOfTheVocabulary_isNone(String spans) {
    assertThat(OutputTokens.listed(spans, 5)).isEmpty();
  }

  /** English is written without these letters, so that the bundled decoder scores no such piece. */
  @Test
  void generate_requiredPhraseOfTokensThatAreNotScored_isWritten() {
    String name = "Ủy ban nhân dân Đồ Sơn";
    LanguagePair pair = LanguagePair.of("vi", "en");
    GenerationRequest request =
        new GenerationRequest(
            "Ủy ban nhân dân Đồ Sơn họp sáng nay.", pair, List.of(RequiredPhrase.of(name)));
    try (ModelRegistry registry = ModelRegistry.open(MODELS, "bundled/", 1);
        TextGenerator model = registry.acquire(pair)) {
      List<Generation> written =
          model.generate(List.of(request), GenerationOptions.DEFAULT, CallContext.PATIENT);

      assertThat(written.get(0).text()).contains(name);
    }
    assertThat(NativeResources.open().none()).isTrue();
  }
}
