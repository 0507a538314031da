package io.haidang.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import io.haidang.models.tokenizer.Tokenizer;
import io.haidang.models.tokenizer.Tokenizers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled models against what Transformers gave for the same weights in float32. */
class GoldenTest {

  private static final Path BUNDLED =
      Path.of(System.getProperty("haidang.repository"), "models", "bundled");

  @ParameterizedTest
  @ValueSource(strings = {"vi-en", "en-vi"})
  void encode_goldenSources_givesTheirIds(String name) throws Exception {
    try (Tokenizer tokenizer = Tokenizers.open(BUNDLED.resolve(name))) {
      for (JsonNode entry : golden(name)) {
        assertThat(tokenizer.encode(entry.path("source").asText(), pair(entry)))
            .isEqualTo(ints(entry.path("input_ids")));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi-en", "en-vi"})
  void decode_goldenBeamIds_giveTheirText(String name) throws Exception {
    try (Tokenizer tokenizer = Tokenizers.open(BUNDLED.resolve(name))) {
      for (JsonNode entry : golden(name)) {
        assertThat(tokenizer.decode(ints(entry.path("beam4"))))
            .isEqualTo(entry.path("text_beam4").asText());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi-en", "en-vi"})
  void generate_greedy_agreesAsFarAsInt8Does(String name) throws Exception {
    assertAgreement(name, 1, "greedy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi-en", "en-vi"})
  void generate_beam4_agreesAsFarAsInt8Does(String name) throws Exception {
    assertAgreement(name, 4, "beam4");
  }

  private static void assertAgreement(String name, int beams, String expected) throws Exception {
    List<JsonNode> golden = golden(name);
    List<GenerationRequest> requests =
        golden.stream()
            .map(entry -> new GenerationRequest(entry.path("source").asText(), pair(entry)))
            .toList();
    List<Generation> outputs = new ArrayList<>();
    try (ModelRegistry registry = ModelRegistry.open(BUNDLED, "bundled/", 1);
        TextGenerator model = registry.acquire(pair(golden.get(0)));
        Tokenizer tokenizer = Tokenizers.open(BUNDLED.resolve(name))) {
      // One at a time: int8 scales depend on what else is in a batch.
      GenerationOptions options = GenerationOptions.DEFAULT.withBeams(beams);
      for (GenerationRequest request : requests) {
        outputs.addAll(model.generate(List.of(request), options, CallContext.PATIENT));
      }
      int equal = 0;
      double sum = 0;
      for (int i = 0; i < golden.size(); i++) {
        String wanted = tokenizer.decode(ints(golden.get(i).path(expected)));
        double ratio =
            Agreement.ratio(tokenizer.pieceIds(wanted), tokenizer.pieceIds(outputs.get(i).text()));
        equal += wanted.equals(outputs.get(i).text()) ? 1 : 0;
        sum += ratio;
      }
      assertThat(sum / golden.size()).as("mean agreement").isGreaterThanOrEqualTo(0.93);
      assertThat((double) equal / golden.size())
          .as("share of equal outputs")
          .isGreaterThanOrEqualTo(0.42);
    }
    assertThat(NativeResources.open().none()).isTrue();
  }

  private static List<JsonNode> golden(String name) throws Exception {
    JsonNode root =
        new ObjectMapper().readTree(BUNDLED.resolve(name).resolve("golden.json").toFile());
    return StreamSupport.stream(root.spliterator(), false).toList();
  }

  private static LanguagePair pair(JsonNode entry) {
    return LanguagePair.of(entry.path("source_lang").asText(), entry.path("target_lang").asText());
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }
}
