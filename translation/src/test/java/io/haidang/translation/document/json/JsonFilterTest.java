package io.haidang.translation.document.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentFilterContract;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.document.TextUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonFilterTest extends DocumentFilterContract {

  private static final String NEWS =
      """
      {"news": [{"title": "Một", "body b": "Hai", "tags": ["Ba"]},
       {"title": "Bốn", "more": {"title": "Năm"}}], "title": "Sáu"}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$.title | Sáu",
        "$.news[*].title | Một Bốn",
        "$.news[1].title | Bốn",
        "$..title | Một Bốn Năm Sáu",
        "$.news..title | Một Bốn Năm",
        "$['news'][0][\"body b\"] | Hai",
        "$.news[0].* | Một Hai",
        "$..tags[*] | Ba",
        "$..[1].title | Bốn",
      })
  void paths_chosen_giveTheirStrings(String path, String words) {
    assertThat(json(NEWS, path).segments()).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "$", "$.", "$.a[", "$.a[-1]", "$.a b", "$[?(@.x)]"})
  void paths_malformed_areRefused(String path) {
    assertThatThrownBy(() -> json(NEWS, path))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("document.jsonPaths");
  }

  @Test
  void merge_changedStrings_areEscapedAndTheRestStays() {
    SegmentedDocument document =
        json("{ \"a\" : \"Ch\\u00e0o {name}\",\"b\":\"x_1\", \"c\": 1.0e2 }");

    assertThat(document.segments()).containsExactly("Chào");
    assertThat(document.textUnits()).extracting(TextUnit::name).containsExactly("a");
    assertThat(document.mergeText(List.of("\"Hé\\llo\"\n"), Locale.ENGLISH))
        .isEqualTo("{ \"a\" : \"\\\"H\\u00e9\\\\llo\\\"\\n {name}\",\"b\":\"x_1\", \"c\": 1.0e2 }");
  }

  @Test
  void strings_withRulesForPlurals_areLeftAlone() {
    SegmentedDocument document =
        json("[\"{n, plural, one {# tàu} other {# tàu}}\", \"https://a.vn\", \"Chào\"]");

    assertThat(document.segments()).containsExactly("Chào");
  }

  @Test
  void damage_isNamedByItsLine() {
    assertThatThrownBy(() -> json("{\n \"a\": \"b\"\n \"c\": 1}"))
        .hasMessageStartingWith("document.line 3: neither a comma nor an end");
  }

  private static SegmentedDocument json(String text, String... paths) {
    return SegmentedDocument.read(
        DocumentFormat.JSON,
        text.getBytes(UTF_8),
        VI,
        FilterOptions.DEFAULT.withJsonPaths(List.of(paths)));
  }
}
