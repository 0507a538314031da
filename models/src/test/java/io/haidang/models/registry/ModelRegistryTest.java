package io.haidang.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.internal.JsonFile;
import io.haidang.models.onnx.NativeResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
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
  private static final Path TINY =
      Path.of(System.getProperty("haidang.repository"), "models/src/test/resources/tiny");
  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final GenerationOptions GREEDY = new GenerationOptions(1, 1.0, 24);

  @TempDir private Path folder;

  @Test
  void open_bundledFolder_describesTheModelWithoutLoadingIt() {
    try (ModelRegistry registry = ModelRegistry.open(BUNDLED, "bundled/", 2)) {
      ModelDescriptor model = registry.find(PAIR).orElseThrow();
      assertThat(model.id().value()).isEqualTo("bundled/vi-en");
      assertThat(model.version()).matches("[0-9a-f]{12}");
      assertThat(model.maxSourceTokens()).isEqualTo(400);
      assertThat(model.termAnnotation()).isNotNull();
      assertThat(registry.models())
          .contains(model)
          .extracting(each -> each.id().value())
          .containsExactlyInAnyOrder("bundled/en-vi", "bundled/vi-en");
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
      assertThatThrownBy(() -> registry.acquire(LanguagePair.of("vi", "zu")))
          .isInstanceOf(ModelException.Unsupported.class)
          .hasMessageContaining("vi-zu");
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
    int heads = bundled("decoder_attention_heads");
    int size = bundled("d_model") / heads;
    reconfigure("decoder_attention_heads", 2 * heads);
    assertUnloadable(
        "decoder_model_merged_quantized.onnx",
        "past_key_values.0.decoder.key",
        "[-1, " + heads + ", -1, " + size + "]",
        "[-1, " + 2 * heads + ", -1, " + size / 2 + "]");
  }

  @Test
  void acquire_fewerLayersThanTheGraph_namesCache() throws Exception {
    int layers = bundled("decoder_layers");
    reconfigure("decoder_layers", layers - 1);
    assertUnloadable(
        "decoder_model_merged_quantized.onnx", "past_key_values." + (layers - 1) + ".");
  }

  @Test
  void acquire_moreLayersThanTheGraph_namesCache() throws Exception {
    int layers = bundled("decoder_layers");
    reconfigure("decoder_layers", layers + 1);
    assertUnloadable(
        "decoder_model_merged_quantized.onnx",
        "past_key_values." + layers + ".decoder.key",
        "missing");
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
    int fewer = bundled("vocab_size") - 100;
    reconfigure("vocab_size", fewer);
    assertUnloadable("vocab.json", "tokens: ", String.valueOf(fewer), "config.json");
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
    int size = bundled("vocab_size");
    configure("generation_config.json", "{", "{\"forced_bos_token_id\": " + size + ",");
    assertUnloadable(
        "generation_config.json", "forced_bos_token_id: " + size, "0 to " + (size - 1));
  }

  @Test
  void acquire_modelOfTwoDirections_servesBothAtOnceFromTheSameSessions() throws Exception {
    LanguagePair back = LanguagePair.of("en", "vi");
    copyFolder(TINY.resolve("m2m100"));
    List<GenerationRequest> requests =
        Stream.of("Thành phố Hải Phòng.", "The city of Hai Phong.")
            .flatMap(text -> Stream.of(PAIR, back).map(pair -> new GenerationRequest(text, pair)))
            .toList();
    try (ModelRegistry registry = ModelRegistry.open(folder, "", 1);
        TextGenerator there = registry.acquire(PAIR);
        TextGenerator andBack = registry.acquire(back)) {
      assertThat(andBack.descriptor()).isEqualTo(there.descriptor());
      assertThat(NativeResources.open().sessions()).isEqualTo(2);
      List<String> together = texts(there.generate(requests, GREEDY, CallContext.PATIENT));
      List<String> alone = new ArrayList<>();
      for (GenerationRequest request : requests) {
        alone.addAll(texts(andBack.generate(List.of(request), GREEDY, CallContext.PATIENT)));
      }
      assertThat(together).isEqualTo(alone).doesNotHaveDuplicates();
    }
    assertThat(NativeResources.open().none()).isTrue();
  }

  private static List<String> texts(List<Generation> outputs) {
    return outputs.stream().map(Generation::text).toList();
  }

  /** A number of the bundled model's configuration. */
  private static int bundled(String name) {
    return JsonFile.read(BUNDLED.resolve("vi-en/config.json")).root().path(name).asInt();
  }

  private void reconfigure(String name, int value) throws IOException {
    String before = "\"" + name + "\": ";
    configure("config.json", before + bundled(name), before + value);
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
    return copyFolder(BUNDLED.resolve("vi-en"));
  }

  /** The files of a folder, without its sub-folders. */
  private Path copyFolder(Path source) throws IOException {
    Path target = Files.createDirectory(folder.resolve(source.getFileName()));
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    return target;
  }
}
