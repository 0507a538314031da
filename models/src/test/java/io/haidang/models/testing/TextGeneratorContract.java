package io.haidang.models.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every generator promises. A sub-class opens one that serves Vietnamese to English. */
public abstract class TextGeneratorContract {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");

  /** A fresh generator, which the suite closes. */
  protected abstract TextGenerator open();

  @Test
  void generate_severalTexts_givesOneOutputEachInOrder() {
    try (TextGenerator generator = open()) {
      GenerationRequest first = new GenerationRequest("Xin chào các bạn.", PAIR);
      GenerationRequest second = new GenerationRequest("Hải Phòng là thành phố cảng.", PAIR);
      List<Generation> forth = run(generator, List.of(first, second));
      List<Generation> back = run(generator, List.of(second, first));
      assertThat(forth).hasSize(2).doesNotContainNull();
      assertThat(forth.get(0).text()).isEqualTo(back.get(1).text());
      assertThat(forth.get(0).text()).isNotEqualTo(forth.get(1).text());
      assertThat(forth).allMatch(output -> output.sourceTokens() > 0);
      assertThat(forth).allMatch(output -> output.logProbability() <= 0);
    }
  }

  @Test
  void generate_noTexts_givesNothing() {
    try (TextGenerator generator = open()) {
      assertThat(run(generator, List.of())).isEmpty();
    }
  }

  @Test
  void generate_cancelled_saysSo() {
    try (TextGenerator generator = open()) {
      List<GenerationRequest> one = List.of(new GenerationRequest("Xin chào.", PAIR));
      assertThatThrownBy(
              () ->
                  generator.generate(one, GenerationOptions.DEFAULT, CallContext.bulk(() -> true)))
          .isInstanceOf(ModelException.Cancelled.class);
    }
  }

  @Test
  void generate_unknownPair_isUnsupported() {
    try (TextGenerator generator = open()) {
      LanguagePair other = LanguagePair.of("fr", "de");
      List<GenerationRequest> one = List.of(new GenerationRequest("Bonjour.", other));
      assertThatThrownBy(() -> run(generator, one))
          .isInstanceOf(ModelException.Unsupported.class)
          .hasMessageContaining("fr-de")
          .hasMessageNotContaining("Bonjour");
    }
  }

  @Test
  void generate_closed_isRefused() {
    TextGenerator generator = open();
    generator.close();
    generator.close();
    assertThatThrownBy(() -> run(generator, List.of())).isInstanceOf(IllegalStateException.class);
  }

  private static List<Generation> run(TextGenerator generator, List<GenerationRequest> requests) {
    return generator.generate(requests, GenerationOptions.DEFAULT, CallContext.PATIENT);
  }
}
