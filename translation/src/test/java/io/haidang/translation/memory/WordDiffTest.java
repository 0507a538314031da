package io.haidang.translation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.translation.memory.WordDiff.Change;
import io.haidang.translation.memory.WordDiff.Part;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {

  private static String without(Change change, String before, String after) {
    return WordDiff.of(before, after).stream()
        .filter(part -> part.change() != change)
        .map(Part::text)
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cảng mới mở cửa.|Cảng cũ đóng cửa.",
        "a b c d|d c b a",
        "|mới",
        "cũ|",
        "giống nhau|giống nhau",
      })
  void parts_withoutOneChange_makeTheOtherText(String before, String after) {
    String old = before == null ? "" : before;
    String present = after == null ? "" : after;
    assertThat(without(Change.ADDED, old, present)).isEqualTo(old);
    assertThat(without(Change.REMOVED, old, present)).isEqualTo(present);
  }

  @Test
  void parts_ofOneChangedWord_areFour() {
    assertThat(WordDiff.of("Cảng ‹1›mới‹/1› mở", "Cảng cũ mở"))
        .containsExactly(
            new Part(Change.KEPT, "Cảng "),
            new Part(Change.REMOVED, "mới"),
            new Part(Change.ADDED, "cũ"),
            new Part(Change.KEPT, " mở"));
  }

  @Test
  void parts_ofVeryLongTexts_areTwo() {
    assertThat(WordDiff.of("a ".repeat(5_000), "b ".repeat(5_000))).hasSize(2);
  }
}
