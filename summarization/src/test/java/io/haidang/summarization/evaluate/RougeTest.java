package io.haidang.summarization.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class RougeTest {

  /**
   * Figures of rouge-score 0.1.2 without a stemmer; Vietnamese ones with our tokens given to it.
   */
  @ParameterizedTest
  @CsvFileSource(resources = "rouge.csv", delimiter = '|')
  void of_pair_isWhatRougeScoreSays(
      String reference, String summary, double one, double two, double longest) {
    Rouge rouge = Rouge.of(reference, summary);
    assertThat(rouge.one()).isCloseTo(one, within(1e-9));
    assertThat(rouge.two()).isCloseTo(two, within(1e-9));
    assertThat(rouge.longest()).isCloseTo(longest, within(1e-9));
  }
}
