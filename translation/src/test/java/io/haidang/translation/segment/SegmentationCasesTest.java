package io.haidang.translation.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of cases in {@code cases.txt}, which only grows. */
final class SegmentationCasesTest {

  static Stream<String> cases() throws IOException {
    try (InputStream in = SegmentationCasesTest.class.getResourceAsStream("cases.txt")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return table.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
  }

  @Test
  void cases_table_coversEveryLanguage() throws IOException {
    List<String> cases = cases().toList();

    assertThat(cases).hasSizeGreaterThanOrEqualTo(150);
    for (String language : List.of("vi", "en", "fr", "zh", "ja", "ko")) {
      assertThat(cases).filteredOn(each -> each.startsWith(language + ": ")).hasSizeGreaterThan(10);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void segment_case_isCutAtTheBars(String line) {
    String language = line.substring(0, 2);
    List<String> expected =
        Arrays.stream(line.substring(3).split("\\|")).map(String::strip).toList();
    String text = String.join(line.contains(" | ") ? " " : "", expected);
    Segmentation cut = Segmenter.forLanguage(Locale.forLanguageTag(language)).segment(text);

    assertThat(cut.texts()).isEqualTo(expected);
    assertThat(cut.join(cut.texts())).isEqualTo(text);
  }
}
