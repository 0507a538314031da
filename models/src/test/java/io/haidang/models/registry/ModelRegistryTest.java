package io.haidang.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.CallContext;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.onnx.NativeResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelRegistryTest {

  private static final Path BUNDLED =
      Path.of(System.getProperty("haidang.repository"), "models", "bundled");
  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");

  @TempDir private Path folder;

  @Test
  void open_bundledFolder_describesTheModelWithoutLoadingIt() {
    try (ModelRegistry registry = ModelRegistry.open(BUNDLED, "bundled/", 2)) {
      ModelDescriptor model = registry.find(PAIR).orElseThrow();
      assertThat(model.id().value()).isEqualTo("bundled/vi-en");
      assertThat(model.version()).matches("[0-9a-f]{12}");
      assertThat(model.maxSourceTokens()).isEqualTo(400);
      assertThat(model.termAnnotation()).isNotNull();
      assertThat(registry.models()).containsExactly(model);
      assertThat(NativeResources.open().none()).isTrue();
    }
  }

  @Test
  void acquire_twoUsers_shareOneModelUntilTheRegistryAndBothClose() {
    ModelRegistry registry = ModelRegistry.open(BUNDLED, "bundled/", 2);
    TextGenerator first = registry.acquire(PAIR);
    TextGenerator second = registry.acquire(PAIR);
    assertThat(NativeResources.open().sessions()).isEqualTo(2);
    registry.close();
    first.close();
    List<GenerationRequest> one = List.of(new GenerationRequest("Xin chào.", PAIR));
    assertThat(second.generate(one, GenerationOptions.DEFAULT, CallContext.PATIENT)).hasSize(1);
    second.close();
    assertThat(NativeResources.open().none()).isTrue();
  }

  @Test
  void acquire_unservedPair_isUnsupported() {
    try (ModelRegistry registry = ModelRegistry.open(BUNDLED, "bundled/", 1)) {
      assertThatThrownBy(() -> registry.acquire(LanguagePair.of("en", "vi")))
          .isInstanceOf(ModelException.Unsupported.class)
          .hasMessageContaining("en-vi");
    }
  }

  @Test
  void open_unknownArchitecture_namesFileAndExpectation() throws Exception {
    Path model = copy();
    Path config = model.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("m2m_100", "gpt2"));
    assertUnloadable("config.json", "gpt2", "m2m_100", "mt5");
  }

  @Test
  void open_corruptDescription_namesFile() throws Exception {
    Files.writeString(copy().resolve("haidang.json"), "{");
    assertUnloadable("haidang.json", "JSON");
  }

  @Test
  void acquire_missingWeights_namesFile() throws Exception {
    Files.delete(copy().resolve("decoder_model_merged_quantized.onnx"));
    assertUnloadable("decoder_model_merged.onnx", "missing");
  }

  @Test
  void acquire_corruptWeights_namesFile() throws Exception {
    Files.write(copy().resolve("encoder_model_quantized.onnx"), new byte[] {1, 2, 3});
    assertUnloadable("encoder_model_quantized.onnx", "protobuf: corrupt");
  }

  @Test
  void acquire_weightsCutShort_namesFile() throws Exception {
    Path weights = copy().resolve("decoder_model_merged_quantized.onnx");
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(bytes, bytes.length / 2));
    assertUnloadable("decoder_model_merged_quantized.onnx", "protobuf: corrupt");
  }

  @Test
  void acquire_laterOpset_namesFileAndLatestKnown() throws Exception {
    Path weights = copy().resolve("encoder_model_quantized.onnx");
    Files.write(weights, OpsetPatch.withDefaultOpset(Files.readAllBytes(weights), 99));
    assertUnloadable("encoder_model_quantized.onnx", "opset: 99", "expected: at most 2");
  }

  @Test
  void acquire_otherHeadsThanConfigured_namesCache() throws Exception {
    configure("config.json", "\"decoder_attention_heads\": 4", "\"decoder_attention_heads\": 8");
    assertUnloadable(
        "decoder_model_merged_quantized.onnx",
        "past_key_values.0.decoder.key",
        "[-1, 4, -1, 64]",
        "[-1, 8, -1, 32]");
  }

  @Test
  void acquire_fewerLayersThanTheGraph_namesCache() throws Exception {
    configure("config.json", "\"decoder_layers\": 2", "\"decoder_layers\": 1");
    assertUnloadable("decoder_model_merged_quantized.onnx", "past_key_values.1.");
  }

  @Test
  void acquire_moreLayersThanTheGraph_namesCache() throws Exception {
    configure("config.json", "\"decoder_layers\": 2", "\"decoder_layers\": 3");
    assertUnloadable(
        "decoder_model_merged_quantized.onnx", "past_key_values.2.decoder.key", "missing");
  }

  @Test
  void acquire_encoderInPlaceOfDecoder_namesMissingInput() throws Exception {
    Path model = copy();
    Files.copy(
        model.resolve("encoder_model_quantized.onnx"),
        model.resolve("decoder_model_merged_quantized.onnx"),
        StandardCopyOption.REPLACE_EXISTING);
    assertUnloadable("decoder_model_merged_quantized.onnx", "use_cache_branch", "missing");
  }

  @Test
  void acquire_vocabularyOfAnotherSize_namesBothSizes() throws Exception {
    configure("config.json", "\"vocab_size\": 12104", "\"vocab_size\": 12000");
    assertUnloadable("vocab.json", "tokens: 12100", "12000", "config.json");
  }

  @Test
  void acquire_otherEndThanTheTokenizers_namesBoth() throws Exception {
    configure("generation_config.json", "\"eos_token_id\": 2", "\"eos_token_id\": 7");
    assertUnloadable("tokenizer_config.json", "eos_token: 2", "[7]");
  }

  @Test
  void open_searchOptionThatIsNotServed_namesIt() throws Exception {
    configure("generation_config.json", "{", "{\"num_beam_groups\": 2,");
    assertUnloadable("generation_config.json", "num_beam_groups: 2");
  }

  @Test
  void open_tokenOutsideTheVocabulary_namesFieldAndRange() throws Exception {
    configure("generation_config.json", "{", "{\"forced_bos_token_id\": 12104,");
    assertUnloadable("generation_config.json", "forced_bos_token_id: 12104", "0 to 12103");
  }

  private void configure(String name, String from, String to) throws IOException {
    Path file = copy().resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
  }

  @Test
  void acquire_missingFusedGraph_namesFile() throws Exception {
    Files.delete(fusedCopy().resolve("decoder_fused.onnx"));
    assertUnloadable("decoder_fused.onnx", "missing");
  }

  @Test
  void acquire_exportDeclaredAsFused_namesWhatIsMissing() throws Exception {
    Path model = fusedCopy();
    Files.copy(
        model.resolve("decoder_model_merged_quantized.onnx"),
        model.resolve("decoder_fused.onnx"),
        StandardCopyOption.REPLACE_EXISTING);
    assertUnloadable("decoder_fused.onnx", "candidates");
  }

  @Test
  void acquire_fusedGraphOutsideFolder_isRefused() throws Exception {
    Path description = fusedCopy().resolve("haidang.json");
    Files.writeString(
        description,
        Files.readString(description).replace("encoder_fused.onnx", "../encoder_fused.onnx"));
    assertUnloadable("haidang.json", "fused.encoder");
  }

  @Test
  void acquire_missingVocabulary_namesFile() throws Exception {
    Files.delete(copy().resolve("vocab.json"));
    assertUnloadable("vocab.json", "missing");
  }

  @Test
  void acquire_corruptSentencePiece_namesFile() throws Exception {
    Files.write(copy().resolve("sentencepiece.bpe.model"), new byte[] {9, 9, 9, 9});
    assertUnloadable("sentencepiece.bpe.model", "SentencePiece");
  }

  @Test
  void version_otherContent_changes() throws Exception {
    String before = FolderDigest.of(copy());
    Files.writeString(folder.resolve("vi-en/generation_config.json"), "{}");
    assertThat(FolderDigest.of(folder.resolve("vi-en"))).isNotEqualTo(before);
  }

  private void assertUnloadable(String... parts) {
    assertThatThrownBy(
            () -> {
              try (ModelRegistry registry = ModelRegistry.open(folder, "", 1)) {
                registry.acquire(PAIR).close();
              }
            })
        .isInstanceOf(ModelException.Unloadable.class)
        .hasMessageContainingAll(parts);
    assertThat(NativeResources.open().none()).isTrue();
  }

  /** The bundled folder with a description that declares no fused graphs. */
  private Path copy() throws IOException {
    Path model = fusedCopy();
    Path description = model.resolve("haidang.json");
    Files.writeString(description, Files.readString(description).replace("\"fused\"", "\"was\""));
    return model;
  }

  private Path fusedCopy() throws IOException {
    Path target = Files.createDirectory(folder.resolve("vi-en"));
    try (Stream<Path> files = Files.list(BUNDLED.resolve("vi-en"))) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    return target;
  }
}
