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
import java.util.List;
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
    Files.writeString(config, Files.readString(config).replace("m2m_100", "t5"));
    assertUnloadable("config.json", "m2m_100");
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
    assertUnloadable("encoder_model_quantized.onnx", "ONNX");
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

  private Path copy() throws IOException {
    Path target = Files.createDirectory(folder.resolve("vi-en"));
    try (Stream<Path> files = Files.list(BUNDLED.resolve("vi-en"))) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    return target;
  }
}
