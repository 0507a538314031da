package io.haidang.summarization.length;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LengthUnitTest {

  /** A string that is easy to count wrong, and how long it is. */
  record Tricky(String text, int characters, int graphemes, int weight) {

    static Tricky of(String line) {
      String[] columns = line.split("\t", -1);
      return new Tricky(
          columns[0].translateEscapes(),
          Integer.parseInt(columns[1]),
          Integer.parseInt(columns[2]),
          Integer.parseInt(columns[3]));
    }
  }

  static List<Tricky> tricky() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LengthUnitTest.class.getResourceAsStream("tricky.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(LengthUnitTest::unescaped)
          .map(Tricky::of)
          .toList();
    }
  }

  /** Java's own escapes have no form for code units. */
  private static String unescaped(String line) {
    return java.util.regex.Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(line)
        .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
  }

  @Test
  void table_hasAtLeastSixtyStrings() throws IOException {
    assertThat(tricky()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("tricky")
  void of_trickyString_isWhatThePlatformsCount(Tricky tricky) {
    assertThat(LengthUnit.CHARACTERS.of(tricky.text())).isEqualTo(tricky.characters());
    assertThat(LengthUnit.GRAPHEMES.of(tricky.text())).isEqualTo(tricky.graphemes());
    assertThat(LengthUnit.X_WEIGHT.of(tricky.text())).isEqualTo(tricky.weight());
  }

  @Test
  void of_nothing_isZero() {
    assertThat(Stream.of(LengthUnit.values()).mapToInt(unit -> unit.of(""))).containsOnly(0);
  }

  @Test
  void words_areWhatStandsBetweenSpaces() {
    assertThat(LengthUnit.WORDS.of("Tổng vốn là 1.234,5 tỷ đồng – tăng 12 %.")).isEqualTo(8);
  }
}
