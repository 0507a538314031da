package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.models.Generation.UncertainSpan;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Before, the marked words in brackets; after.
        "the [rain] is heavy|The [rain] is heavy.",
        "the  the [rain] .|The [rain].",
        "[the] the rain|[The] rain",
        "[rain] in ⟦ Hai Phong|[Rain] in Hai Phong",
        "it rains [a lot] today|it rains today",
        "[it rains], it pours|[IT RAINS], IT POURS",
        "it [rains]|[rains]",
        "[wholly] other|nothing",
      })
  void carry_editedText_keepsTheMarkOnItsWords(String before, String after) {
    UncertainSpan mark = mark(before);
    String plainAfter = after.replaceAll("[\\[\\]]", "");
    List<UncertainSpan> carried =
        EditedText.carry(List.of(mark), before.replaceAll("[\\[\\]]", ""), plainAfter);
    if (after.contains("[")) {
      assertThat(carried).containsExactly(mark(after));
    } else {
      assertThat(carried).isEmpty();
    }
  }

  @Test
  void carry_anyTwoTexts_staysInsideTheSecond() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      String before = text(random);
      String after = text(random);
      int start = random.nextInt(before.length());
      int end = start + 1 + random.nextInt(before.length() - start);
      List<UncertainSpan> one = List.of(new UncertainSpan(start, end, -2));
      assertThat(EditedText.carry(one, before, after))
          .allMatch(place -> place.end() <= after.length() && place.logProbability() == -2);
    }
  }

  @Test
  void carry_hugeTextsThatDifferAllOver_dropsTheMarksInstead() {
    String before = "a".repeat(5_000);
    List<UncertainSpan> one = List.of(new UncertainSpan(10, 20, -2));
    assertThat(EditedText.carry(one, before, "b".repeat(5_000))).isEmpty();
    assertThat(EditedText.carry(one, before, before + "b")).isEqualTo(one);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      text.append("ab B".charAt(random.nextInt(4)));
    }
    return text.toString();
  }

  private static UncertainSpan mark(String text) {
    return new UncertainSpan(text.indexOf('['), text.indexOf(']') - 1, -2);
  }
}
