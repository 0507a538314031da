package io.haidang.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.translation.WordDiff.Change;
import io.haidang.translation.WordDiff.Part;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {

  private static String without(List<Part> parts, Change left) {
    return parts.stream()
        .filter(part -> part.change() != left)
        .map(Part::text)
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource({
    "The city met., The city has met.",
    "one two three, three two one",
    "'', new text",
    "old text, ''",
    "Cảng biển, Cẳng biển",
    "18.500 tàu, 19.200 tàu",
    "a\u00A0b 🏙 c, a b 🌆 c"
  })
  void of_anyPair_givesBothTextsBack(String before, String after) {
    List<Part> parts = WordDiff.of(before, after);

    assertThat(without(parts, Change.ADDED)).isEqualTo(before);
    assertThat(without(parts, Change.REMOVED)).isEqualTo(after);
  }

  @Test
  void of_oneWordChanged_keepsTheRest() {
    assertThat(WordDiff.of("The old port.", "The new port."))
        .containsExactly(
            new Part(Change.KEPT, "The "),
            new Part(Change.REMOVED, "old"),
            new Part(Change.ADDED, "new"),
            new Part(Change.KEPT, " port."));
  }

  @Test
  void number_withSeparators_changesAsAWhole() {
    assertThat(WordDiff.of("Có 18.500 tàu.", "Có 19.200 tàu."))
        .containsExactly(
            new Part(Change.KEPT, "Có "),
            new Part(Change.REMOVED, "18.500"),
            new Part(Change.ADDED, "19.200"),
            new Part(Change.KEPT, " tàu."));
  }
}
