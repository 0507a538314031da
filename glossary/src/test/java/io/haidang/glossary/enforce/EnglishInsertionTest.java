package io.haidang.glossary.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.TextSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishInsertionTest {

  /** The part in square brackets is replaced. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The [MOT] replied. | Ministry of Transport (MOT) | The Ministry of Transport (MOT) replied.",
        "[MOT] replied. | Ministry of Transport (MOT) | The Ministry of Transport (MOT) replied.",
        "He wrote to [MOT] again. | Ministry of Transport | He wrote to the Ministry of Transport again.",
        "a former [MOT] official | Ministry of Transport | a former Ministry of Transport official",
        "the [SBV] said | The State Bank of Viet Nam | the State Bank of Viet Nam said",
        "a [bank] said | The State Bank of Viet Nam | the State Bank of Viet Nam said",
        "[SBV] said | The State Bank of Viet Nam | The State Bank of Viet Nam said",
        "It rains. [foreign information] matters. | external information | It rains. External information matters.",
        "that [foreign information] matters | external information | that external information matters",
        "a [bay] near | archipelago | an archipelago near",
        "An [area] near | special zone | A special zone near",
        "a [note] on | MOU | an MOU on",
        "an [office] of | HEZA | a HEZA of",
        "an [old] union | European | a European union",
        "a [short] wait | hour | an hour wait",
        "a [city] of | university | a university of",
        "an [other] case | uninhabited | an uninhabited case",
        "in [Haiphong], | Hai Phong | in Hai Phong,",
        "“[haiphong] grows” | Hai Phong | “Hai Phong grows”",
        "its [MOT] told | Ministry of Transport | its Ministry of Transport told",
        "Viet Nam's [MOT] told | Ministry of Transport | Viet Nam's Ministry of Transport told",
        "breathe [x] in | Politburo | breathe Politburo in",
      })
  void replace_nameInASentence_mendsTheSeam(String text, String name, String expected) {
    int start = text.indexOf('[');
    int end = text.indexOf(']') - 1;
    String plain = text.replace("[", "").replace("]", "");

    assertThat(EnglishInsertion.replace(plain, new TextSpan(start, end), name)).isEqualTo(expected);
  }
}
