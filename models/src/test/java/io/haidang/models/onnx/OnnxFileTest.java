package io.haidang.models.onnx;

import static io.haidang.models.testing.OnnxBytes.external;
import static io.haidang.models.testing.OnnxBytes.join;
import static io.haidang.models.testing.OnnxBytes.message;
import static io.haidang.models.testing.OnnxBytes.node;
import static io.haidang.models.testing.OnnxBytes.text;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OnnxFileTest {

  @TempDir private Path folder;

  @Test
  void check_bundledModels_areFit() {
    assertThatCode(() -> OnnxFile.check(bundled("vi-en/encoder_model_quantized.onnx")))
        .doesNotThrowAnyException();
    assertThatCode(() -> OnnxFile.check(bundled("vi-en/decoder_model_merged_quantized.onnx")))
        .doesNotThrowAnyException();
    assertThatCode(() -> OnnxFile.check(bundled("sentence-encoder/model_quantized.onnx")))
        .doesNotThrowAnyException();
  }

  @Test
  void check_unknownDomain_namesTheOperator() throws IOException {
    byte[] model = message(7, node("Gelu", "evil.ops"));
    assertRefused(model, "evil.ops:Gelu", "com.microsoft");
  }

  @Test
  void check_unknownDomainInASubgraph_namesTheOperator() throws IOException {
    byte[] branch = message(5, message(6, node("Gelu", "evil.ops")));
    assertRefused(message(7, message(1, branch)), "evil.ops:Gelu");
  }

  @Test
  void check_functionOfItsOwn_isFit() throws IOException {
    byte[] function = message(25, join(text(1, "Gelu"), text(10, "local")));
    Path file = write(join(function, message(7, node("Gelu", "local"))));
    assertThatCode(() -> OnnxFile.check(file)).doesNotThrowAnyException();
  }

  @Test
  void check_weightsOutsideTheFolder_isRefused() throws IOException {
    assertRefused(external("../../etc/passwd"), "../../etc/passwd", "beside it");
    assertRefused(external("/etc/passwd"), "/etc/passwd", "beside it");
    assertRefused(external("absent.bin"), "absent.bin", "beside it");
  }

  @Test
  void check_sparseWeightsOutsideTheFolder_isRefused() throws IOException {
    byte[] values = message(1, message(13, join(text(1, "location"), text(2, "../secret"))));
    assertRefused(message(7, message(15, values)), "../secret", "beside it");
    byte[] attribute = message(5, message(22, values));
    assertRefused(message(7, message(1, attribute)), "../secret", "beside it");
  }

  @Test
  void check_weightsBesideIt_isFit() throws IOException {
    Files.write(folder.resolve("weights.bin"), new byte[8]);
    Path file = write(external("weights.bin"));
    assertThatCode(() -> OnnxFile.check(file)).doesNotThrowAnyException();
  }

  @Test
  void check_noModel_isRefused() throws IOException {
    assertRefused(new byte[0], "no graph");
    assertRefused("<html>".getBytes(StandardCharsets.UTF_8), "ONNX");
    assertRefused(new byte[] {58, -1, -1, -1, -1, 15, 1}, "broken");
  }

  @Test
  void check_deeplyNestedGraphs_isRefused() throws IOException {
    byte[] graph = node("Gelu", "");
    for (int i = 0; i < 200; i++) {
      graph = message(1, message(5, message(6, graph)));
    }
    assertRefused(message(7, graph), "broken");
  }

  /** Whatever the bytes, it ends with the documented failure or none. */
  @Test
  void check_spoiltModels_neverFailsOtherwise() throws IOException {
    byte[] good = Files.readAllBytes(bundled("sentence-encoder/model_quantized.onnx"));
    byte[] head = Arrays.copyOf(good, 200_000);
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = Arrays.copyOf(head, 1 + random.nextInt(head.length - 1));
      for (int i = 0; i < 20; i++) {
        bytes[random.nextInt(Math.min(bytes.length, 4_000))] = (byte) random.nextInt();
      }
      Path file = write(bytes);
      try {
        OnnxFile.check(file);
      } catch (ModelException.Unloadable expected) {
        // One of the two ways it may end.
      }
    }
  }

  private static Path bundled(String name) {
    return Path.of(System.getProperty("haidang.repository"), "models/bundled", name);
  }

  private void assertRefused(byte[] model, String... parts) throws IOException {
    Path file = write(model);
    assertThatThrownBy(() -> OnnxFile.check(file))
        .isInstanceOf(ModelException.Unloadable.class)
        .hasMessageContaining("model.onnx")
        .hasMessageContainingAll(parts);
  }

  private Path write(byte[] model) throws IOException {
    return Files.write(folder.resolve("model.onnx"), model);
  }
}
