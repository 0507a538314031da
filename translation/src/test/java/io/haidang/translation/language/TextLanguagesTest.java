package io.haidang.translation.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TextLanguagesTest {

  private static final List<String> MIXED =
      List.of(
          "Thành phố Hải Phòng đón đoàn đại biểu đến từ Thiên Tân.",
          "The delegation visited the new container terminal at Lach Huyen.",
          "12/5/2026",
          "Hai bên đã ký biên bản ghi nhớ về hợp tác cảng biển.");

  @Test
  void of_mixedText_tellsEachSentence() {
    assertThat(tags(MIXED)).containsExactly("vi", "en", "-", "vi");
  }

  @Test
  void of_mixedText_rankedByShareOfLetters() {
    List<LanguageGuess> whole = detect(MIXED).whole();
    assertThat(whole.get(0).language()).hasToString("vi");
    assertThat(whole.get(1).language()).hasToString("en");
    assertThat(whole.stream().mapToDouble(LanguageGuess::confidence).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(whole.get(0).confidence()).isBetween(0.5, 0.8);
  }

  @Test
  void of_fewWordsAmongSentences_countAsTheRestMakesLikely() {
    String few = "Hai Phong City";
    assertThat(tags(List.of(few, MIXED.get(1)))).containsExactly("en", "en");
    assertThat(tags(List.of(few, MIXED.get(0)))).containsExactly("vi", "vi");
  }

  @Test
  void of_nothingToTellBy_isUnknown() {
    assertThat(detect(List.of())).isEqualTo(new TextLanguages(List.of(), List.of()));
    assertThat(detect(List.of("1", " ")).whole()).isEmpty();
  }

  /** One guess a sentence, however many there are. */
  @Test
  void of_manySentences_hasAsManyGuesses() {
    List<String> many = IntStream.range(0, 300).mapToObj(i -> MIXED.get(i % 4)).toList();
    assertThat(detect(many).sentences()).hasSize(300);
  }

  private static TextLanguages detect(List<String> sentences) {
    return TextLanguages.of(sentences, LanguageDetectors.bundled());
  }

  private static List<String> tags(List<String> sentences) {
    return detect(sentences).sentences().stream()
        .map(guess -> guess.map(each -> each.language().toLanguageTag()).orElse("-"))
        .toList();
  }
}
