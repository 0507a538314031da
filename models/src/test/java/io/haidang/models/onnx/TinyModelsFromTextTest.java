package io.haidang.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelId;
import io.haidang.models.TextGenerator;
import io.haidang.models.serving.ModelScheduler;
import io.haidang.models.serving.ServingLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiny models from text to text: each with the tokenizer that its folder asks for. */
final class TinyModelsFromTextTest {

  private static final Path TINY =
      Path.of(System.getProperty("haidang.repository"), "models/src/test/resources/tiny");
  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final int MAX_LENGTH = 32;

  @AfterEach
  void nothingNativeStaysOpen() {
    assertThat(NativeResources.open()).matches(NativeResources.Open::none);
  }

  /** NLLB's generation_config.json asks for nothing that the golden cases do without. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void generate_nllb_givesTheGoldenTexts(int beams) throws Exception {
    JsonNode golden = golden("nllb");
    List<String> wanted = new ArrayList<>();
    golden
        .path("cases")
        .path(beams == 1 ? "greedy" : "beam4")
        .path("outputs")
        .forEach(outputs -> wanted.add(outputs.path(0).path("text").asText()));
    assertThat(generate("nllb", beams)).extracting(Generation::text).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bart", "m2m100", "marian", "mbart", "mbart50", "mt5", "nllb", "t5"})
  void generate_anyArchitecture_readsEveryTokenAndAnswers(String name) throws Exception {
    List<Generation> outputs = generate(name, 2);
    int i = 0;
    for (JsonNode input : golden(name).path("inputs")) {
      assertThat(outputs.get(i++).sourceTokens()).isEqualTo(input.path("input_ids").size());
    }
    assertThat(outputs.stream().map(Generation::text).distinct().count()).isGreaterThan(i / 2);
  }

  private static List<Generation> generate(String name, int beams) throws Exception {
    List<GenerationRequest> requests = new ArrayList<>();
    golden(name)
        .path("inputs")
        .forEach(input -> requests.add(new GenerationRequest(input.path("text").asText(), PAIR)));
    ModelDescriptor descriptor =
        new ModelDescriptor(new ModelId(name), "1", Set.of(PAIR), null, 64, Set.of());
    try (TextGenerator model =
        ModelScheduler.start(
            OnnxModels.decoder(TINY.resolve(name), descriptor), ServingLimits.of(1))) {
      GenerationOptions options = new GenerationOptions(beams, 1.0, MAX_LENGTH);
      return model.generate(requests, options, CallContext.PATIENT);
    }
  }

  private static JsonNode golden(String name) throws Exception {
    return new ObjectMapper().readTree(TINY.resolve(name).resolve("golden.json").toFile());
  }
}
