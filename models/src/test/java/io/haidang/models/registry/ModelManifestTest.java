package io.haidang.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelManifestTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"vi-en", "sentence-encoder"})
  void verify_bundledModels_areAsTheirManifestSays(String model) {
    Path bundled = BundledFolder.BUNDLED.resolve(model);
    ModelManifest manifest = ModelManifest.read(bundled);
    assertThat(manifest.verify(bundled)).isEmpty();
    assertThat(manifest.licence()).isNotBlank();
    assertThat(manifest.quality()).isNotEmpty();
  }

  @Test
  void verify_changedMissingAndUnlisted_namesEach() throws IOException {
    Path copy = BundledFolder.copy("sentence-encoder", folder.resolve("copy"));
    Files.writeString(copy.resolve("config.json"), "{}");
    Files.delete(copy.resolve("MODEL.md"));
    Files.writeString(copy.resolve("more.txt"), "");
    List<String> faults = ModelManifest.read(copy).verify(copy);
    assertThat(faults).hasSize(3);
    assertThat(faults).anyMatch(fault -> fault.startsWith("config.json: 2 bytes"));
    assertThat(faults).anyMatch(fault -> fault.startsWith("MODEL.md: missing"));
    assertThat(faults).anyMatch(fault -> fault.startsWith("more.txt: not listed"));
  }

  @Test
  void write_thenRead_isTheSame() throws IOException {
    ModelManifest manifest =
        new ModelManifest(
            "generator",
            "https://example.org/m.zip",
            "MIT",
            List.of("vi-en"),
            List.of("required-phrases"),
            List.of(new ModelManifest.QualityFigure("BLEU", 30.5, "FLORES")),
            List.of(new FileSum("a.onnx", 3, "0".repeat(64))));
    manifest.write(folder);
    assertThat(ModelManifest.read(folder)).isEqualTo(manifest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"source\":\" \"}",
        "{\"source\":\"x\",\"files\":[null]}",
        "{\"source\":\"x\",\"files\":[{\"name\":\"../a\",\"bytes\":1,\"sha256\":\"0\"}]}",
        "{\"source\":\"x\",\"files\":[{\"name\":\"a\",\"bytes\":-1,\"sha256\":\"0\"}]}",
        "{\"source\":\"x\",\"files\":\"many\"}"
      })
  void parse_notAManifest_isRefused(String json) {
    assertThatThrownBy(
            () -> ModelManifest.parse("manifest.json", json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ModelException.Unloadable.class)
        .hasMessageContaining("manifest");
  }
}
