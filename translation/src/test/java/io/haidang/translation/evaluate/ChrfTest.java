package io.haidang.translation.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ChrfTest {

  /** Score, hypotheses, references; {@code chrf.py} beside the file tells how it was made. */
  static Stream<String> golden() throws IOException {
    try (InputStream file = ChrfTest.class.getResourceAsStream("chrf.tsv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  void score_testSet_equalsSacrebleu(String row) {
    String[] cells = row.split("\t", -1);
    double score = Chrf.score(texts(cells[1]), texts(cells[2]));
    assertThat(score).isCloseTo(Double.parseDouble(cells[0]), within(1e-9));
  }

  @Test
  void score_otherNumberOfReferences_isRefused() {
    assertThatThrownBy(() -> Chrf.score(List.of("a"), List.of()))
        .hasMessage("references: 0 (expected: 1)");
  }

  private static List<String> texts(String cell) {
    return List.of(cell.split(" \\| ", -1));
  }
}
