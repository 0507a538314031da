package io.haidang.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.RequiredPhrase;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled model's fused graphs against the export they were made from. */
final class FusedRowsTest {

  private static final Path REPOSITORY = Path.of(System.getProperty("haidang.repository"));
  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");

  @TempDir private Path folder;

  @Test
  void sharable_evenRows_namesEachSourceOnce() {
    assertThat(FusedRows.sharable(new int[] {1, 1, 4, 4})).containsExactly(1, 4);
    assertThat(FusedRows.sharable(new int[] {0, 1, 2})).containsExactly(0, 1, 2);
  }

  @Test
  void sharable_unevenRows_namesASourceForEachGroupOfOneSize() {
    assertThat(FusedRows.sharable(new int[] {1, 1, 4})).containsExactly(1, 1, 4);
    assertThat(FusedRows.sharable(new int[] {1, 4, 4, 4})).containsExactly(1, 4, 4, 4);
    assertThat(FusedRows.sharable(new int[] {1, 4, 1, 4})).containsExactly(1, 4, 1, 4);
    assertThat(FusedRows.sharable(new int[] {1, 1, 4, 4, 4, 4})).containsExactly(1, 4, 4);
  }

  @Test
  void generate_fusedGraphs_agreeWithTheirExport() throws Exception {
    List<GenerationRequest> requests =
        sentences().map(text -> new GenerationRequest(text, PAIR)).toList();
    for (int beams : new int[] {1, 4}) {
      assertThat(agreement(requests, beams)).isGreaterThan(0.95);
    }
  }

  @Test
  void generate_phrasesBesidePlainTexts_agreesWithTheExport() throws Exception {
    RequiredPhrase phrase = RequiredPhrase.of("Department of Foreign Affairs");
    List<GenerationRequest> requests =
        sentences()
            .map(
                text ->
                    text.length() % 2 == 0
                        ? new GenerationRequest(text, PAIR)
                        : new GenerationRequest(text, PAIR, List.of(phrase)))
            .toList();
    assertThat(agreement(requests, 4)).isGreaterThan(0.85);
  }

  private double agreement(List<GenerationRequest> requests, int beams) throws IOException {
    List<Generation> fused = generate(REPOSITORY.resolve("models/bundled"), requests, beams);
    List<Generation> exported = generate(export(), requests, beams);
    double sum = 0;
    for (int i = 0; i < fused.size(); i++) {
      int[] ours = fused.get(i).text().chars().toArray();
      sum += Agreement.ratio(ours, exported.get(i).text().chars().toArray());
    }
    assertThat(NativeResources.open().none()).isTrue();
    return sum / fused.size();
  }

  private static List<Generation> generate(
      Path models, List<GenerationRequest> requests, int beams) {
    GenerationOptions options = GenerationOptions.DEFAULT.withBeams(beams);
    try (ModelRegistry registry = ModelRegistry.open(models, "bundled/", 1);
        TextGenerator model = registry.acquire(PAIR)) {
      return model.generate(requests, options, CallContext.PATIENT);
    }
  }

  /** The bundled folder without the declaration of its fused graphs. */
  private Path export() throws IOException {
    Path model = Files.createDirectories(folder.resolve("vi-en"));
    try (Stream<Path> files = Files.list(REPOSITORY.resolve("models/bundled/vi-en"))) {
      for (Path file : files.toList()) {
        Path copy = model.resolve(file.getFileName().toString());
        Files.write(copy, Files.readAllBytes(file));
      }
    }
    Path description = model.resolve("haidang.json");
    Files.writeString(description, Files.readString(description).replace("\"fused\"", "\"was\""));
    return folder;
  }

  private static Stream<String> sentences() throws IOException {
    return Files.readString(REPOSITORY.resolve("docs/samples/directive.vi.txt"))
        .lines()
        .flatMap(line -> Stream.of(line.split("(?<=[.;])\\s+", -1)))
        .filter(text -> text.length() > 40)
        .limit(24);
  }
}
