package io.haidang.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelJsonTest {

  private final ModelJson json = new ModelJson(40, 2);

  @Test
  void read_whatWasAskedFor_isATree() {
    assertThat(json.read("{\"texts\": [\"a\", \"b\"]}").orElseThrow().path("texts")).hasSize(2);
    assertThat(json.read("").map(JsonNode::isMissingNode)).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1, \"a\": 2}",
        "{\"a\": 1} and more",
        "{\"a\": 1",
        "{\"a\": {\"b\": [1]}}",
        "{\"a\": \"forty characters are not enough\"}}"
      })
  void read_whatOnlyLooksLikeIt_isNothing(String answer) {
    assertThat(json.read(answer)).isEmpty();
  }

  @Test
  void isText_blankOrWithControlCharacters_isNone() {
    assertThat(ModelJson.isText("một\ndòng")).isTrue();
    assertThat(ModelJson.isText(" \n")).isFalse();
    assertThat(ModelJson.isText("a\u0007")).isFalse();
  }
}
