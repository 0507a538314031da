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
import org.junit.jupiter.api.Test;

/** The bundled model against what Transformers gave for the same weights in float32. */
class GoldenTest {

  private static final Path MODELS = Path.of(System.getProperty("haidang.repository"), "models");
  private static final Path MODEL = MODELS.resolve("bundled/vi-en");

  @Test
  void encode_goldenSources_givesTheirIds() throws Exception {
    try (Tokenizer tokenizer = Tokenizers.open(MODEL)) {
      for (JsonNode entry : golden()) {
        assertThat(tokenizer.encode(entry.path("source").asText(), pair(entry)))
            .isEqualTo(ints(entry.path("input_ids")));
      }
    }
  }

  @Test
  void decode_goldenBeamIds_giveTheirText() throws Exception {
    try (Tokenizer tokenizer = Tokenizers.open(MODEL)) {
      for (JsonNode entry : golden()) {
        assertThat(tokenizer.decode(ints(entry.path("beam4"))))
            .isEqualTo(entry.path("text_beam4").asText());
      }
    }
  }

  @Test
  void generate_greedy_agreesAsFarAsInt8Does() throws Exception {
    assertAgreement(1, "greedy");
  }

  @Test
  void generate_beam4_agreesAsFarAsInt8Does() throws Exception {
    assertAgreement(4, "beam4");
  }

  private static void assertAgreement(int beams, String expected) throws Exception {
    List<JsonNode> golden = golden();
    List<GenerationRequest> requests =
        golden.stream()
            .map(entry -> new GenerationRequest(entry.path("source").asText(), pair(entry)))
            .toList();
    List<Generation> outputs = new ArrayList<>();
    try (ModelRegistry registry = ModelRegistry.open(MODELS.resolve("bundled"), "bundled/", 1);
        TextGenerator model = registry.acquire(pair(golden.get(0)));
        Tokenizer tokenizer = Tokenizers.open(MODEL)) {
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
      assertThat(equal).as("equal outputs").isGreaterThanOrEqualTo(18);
    }
    assertThat(NativeResources.open().none()).isTrue();
  }

  private static List<JsonNode> golden() throws Exception {
    JsonNode root = new ObjectMapper().readTree(MODEL.resolve("golden.json").toFile());
    return StreamSupport.stream(root.spliterator(), false).toList();
  }

  private static LanguagePair pair(JsonNode entry) {
    return LanguagePair.of(entry.path("source_lang").asText(), entry.path("target_lang").asText());
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }
}
