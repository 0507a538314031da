package io.haidang.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** chrF2 against what sacrebleu gave. */
final class ChrfTest {

  static Stream<JsonNode> cases() throws Exception {
    try (InputStream in = ChrfTest.class.getResourceAsStream("/chrf.json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in));
      return StreamSupport.stream(root.path("cases").spliterator(), false);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void score_anyTexts_isThatOfSacrebleu(JsonNode golden) {
    assertThat(Chrf.score(texts(golden.path("hypotheses")), texts(golden.path("references"))))
        .as(golden.path("name").asText())
        .isCloseTo(golden.path("score").asDouble(), within(1e-9));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
