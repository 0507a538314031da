package io.haidang.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WordPairsTest {

  @Test
  void similarity_sameWordsInOtherDress_isOne() {
    assertThat(similarity("Hội nghị đã kết thúc.", "hội nghị, đã kết thúc")).isEqualTo(1);
  }

  @Test
  void similarity_oneWordChanged_isHighAndSymmetric() {
    double forth = similarity("Hội nghị thứ hai đã kết thúc", "Hội nghị thứ ba đã kết thúc");
    assertThat(forth).isCloseTo(0.75, within(1e-9));
    assertThat(similarity("Hội nghị thứ ba đã kết thúc", "Hội nghị thứ hai đã kết thúc"))
        .isEqualTo(forth);
  }

  @Test
  void similarity_sameWordsInAnotherOrder_isLow() {
    assertThat(similarity("một hai ba bốn", "bốn ba hai một")).isZero();
  }

  @Test
  void similarity_nothingInCommonOrNoWords_isDefined() {
    assertThat(similarity("Trời mưa.", "Hội nghị")).isZero();
    assertThat(similarity("", "…")).isEqualTo(1);
  }

  private static double similarity(String one, String other) {
    return WordPairs.of(one).similarity(WordPairs.of(other));
  }
}
