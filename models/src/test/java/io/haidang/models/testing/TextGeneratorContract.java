package io.haidang.models.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.haidang.models.CallContext;
import io.haidang.models.CallContext.Priority;
import io.haidang.models.Cancellation;
import io.haidang.models.Deadline;
import io.haidang.models.Generation;
import io.haidang.models.GenerationHints;
import io.haidang.models.GenerationHints.TermHint;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor.Capability;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelException;
import io.haidang.models.RequiredPhrase;
import io.haidang.models.TextGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every generator promises. A sub-class opens one that serves Vietnamese to English. Each
 * optional capability has a test for generators that claim it and one for those that do not.
 */
public abstract class TextGeneratorContract {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final GenerationHints HINTS =
      new GenerationHints(
          List.of(new TermHint("Việt Nam", "Viet Nam", "")), List.of(), List.of(), List.of());

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
    }
  }

  @Test
  void confidence_claimed_isALogProbability() {
    try (TextGenerator generator = claiming(Capability.CONFIDENCE, true)) {
      assertThat(greeting(generator, List.of(), GenerationHints.NONE).logProbability())
          .isLessThanOrEqualTo(0);
    }
  }

  @Test
  void confidence_claimed_marksWordsOfTheText() {
    try (TextGenerator generator = claiming(Capability.CONFIDENCE, true)) {
      Generation output = greeting(generator, List.of(), GenerationHints.NONE);
      int from = 0;
      for (Generation.UncertainSpan word : output.uncertain()) {
        assertThat(word.start()).isGreaterThanOrEqualTo(from);
        assertThat(word.end()).isLessThanOrEqualTo(output.text().length());
        String text = output.text().substring(word.start(), word.end());
        assertThat(text).isNotBlank().isEqualTo(text.strip());
        assertThat(word.logProbability()).isNegative();
        from = word.end();
      }
    }
  }

  /** An engine that does not know how sure it is says so, and marks nothing as unsure. */
  @Test
  void confidence_notClaimed_marksNothing() {
    try (TextGenerator generator = claiming(Capability.CONFIDENCE, false)) {
      assertThat(greeting(generator, List.of(), GenerationHints.NONE).uncertain()).isEmpty();
    }
  }

  @Test
  void hypotheses_claimed_areOtherTextsBestFirst() {
    try (TextGenerator generator = claiming(Capability.N_BEST, true)) {
      GenerationOptions three = GenerationOptions.DEFAULT.withHypotheses(3);
      Generation best = run(generator, List.of(greeting(List.of())), three).get(0);
      List<String> texts = new ArrayList<>(List.of(best.text()));
      best.others().forEach(other -> texts.add(other.text()));
      assertThat(texts).hasSize(3).doesNotHaveDuplicates();
      double before = best.logProbability();
      for (Generation.Alternative other : best.others()) {
        assertThat(other.logProbability()).isLessThanOrEqualTo(before);
        before = other.logProbability();
      }
      assertThat(run(generator, List.of(greeting(List.of()))).get(0).others()).isEmpty();
    }
  }

  @Test
  void hypotheses_notClaimed_areUnsupported() {
    try (TextGenerator generator = claiming(Capability.N_BEST, false)) {
      GenerationOptions two = GenerationOptions.DEFAULT.withHypotheses(2);
      assertThatThrownBy(() -> run(generator, List.of(greeting(List.of())), two))
          .isInstanceOf(ModelException.Unsupported.class)
          .hasMessageContaining("hypotheses: 2");
    }
  }

  /** Any of the wordings will do, and as many of them as there are phrases. */
  @Test
  void phrases_withAlternatives_eachStandInTheOutput() {
    try (TextGenerator generator = claiming(Capability.REQUIRED_PHRASES, true)) {
      RequiredPhrase city = RequiredPhrase.of("port city", "port cities");
      RequiredPhrase name = RequiredPhrase.of("Hai Phong");
      Generation output = greeting(generator, List.of(city, name, city), GenerationHints.NONE);
      assertThat(output.unmet()).isEmpty();
      assertThat(output.text()).contains("Hai Phong");
      assertThat(output.text()).containsPattern("(?i)port cit(y|ies).*port cit(y|ies)");
    }
  }

  @Test
  void phrases_claimed_standInTheOutput() {
    try (TextGenerator generator = open()) {
      assumeTrue(takesPhrases(generator), "takes no phrases");
      Generation output =
          greeting(generator, List.of(RequiredPhrase.of("Hai Phong")), GenerationHints.NONE);
      assertThat(output.text()).contains("Hai Phong");
    }
  }

  @Test
  void phrases_notClaimed_areUnsupported() {
    try (TextGenerator generator = open()) {
      assumeFalse(takesPhrases(generator), "takes phrases");
      List<RequiredPhrase> phrases = List.of(RequiredPhrase.of("Hai Phong"));
      assertThatThrownBy(() -> greeting(generator, phrases, GenerationHints.NONE))
          .isInstanceOf(ModelException.Unsupported.class);
    }
  }

  @Test
  void hints_claimed_reachTheOutput() {
    try (TextGenerator generator = claiming(Capability.HINTS, true)) {
      assertThat(greeting(generator, List.of(), HINTS).text()).contains("Viet Nam");
    }
  }

  @Test
  void hints_notClaimed_changeNothing() {
    try (TextGenerator generator = claiming(Capability.HINTS, false)) {
      assertThat(greeting(generator, List.of(), HINTS).text())
          .isEqualTo(greeting(generator, List.of(), GenerationHints.NONE).text());
    }
  }

  /** Whatever the limit is, a text beyond it is never cut in silence. */
  @Test
  void generate_endlessText_isRefusedOrSaysThatItIsCut() {
    try (TextGenerator generator = open()) {
      String endless = "Hải Phòng phát triển kinh tế biển bền vững. ".repeat(500);
      GenerationOptions brief = new GenerationOptions(1, 1.0, 8);
      List<GenerationRequest> one = List.of(new GenerationRequest(endless, PAIR));
      try {
        assertThat(generator.generate(one, brief, call()).get(0).truncated()).isTrue();
      } catch (ModelException.Unsupported refused) {
        assertThat(refused).hasMessageNotContaining("Hải Phòng");
      }
    }
  }

  @Test
  void generate_deadlinePassed_saysSo() {
    try (TextGenerator generator = open()) {
      Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
      CallContext late =
          new CallContext(
              Priority.INTERACTIVE,
              Deadline.after(Duration.ZERO, clock),
              Cancellation.NEVER,
              Locality.REMOTE,
              "",
              "");
      List<GenerationRequest> one = List.of(new GenerationRequest("Xin chào.", PAIR));
      assertThatThrownBy(() -> generator.generate(one, GenerationOptions.DEFAULT, late))
          .isInstanceOf(ModelException.DeadlineExceeded.class);
    }
  }

  @Test
  void generate_remoteAndTextsMayNotLeave_isRefused() {
    try (TextGenerator generator = open()) {
      assumeTrue(generator.descriptor().locality() == Locality.REMOTE, "local");
      List<GenerationRequest> one = List.of(new GenerationRequest("Xin chào.", PAIR));
      assertThatThrownBy(
              () -> generator.generate(one, GenerationOptions.DEFAULT, CallContext.PATIENT))
          .isInstanceOf(ModelException.Refused.class)
          .hasMessageNotContaining("Xin chào");
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
                  generator.generate(
                      one,
                      GenerationOptions.DEFAULT,
                      CallContext.bulk(() -> true).reaching(Locality.REMOTE)))
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
    return run(generator, requests, GenerationOptions.DEFAULT);
  }

  private static List<Generation> run(
      TextGenerator generator, List<GenerationRequest> requests, GenerationOptions options) {
    return generator.generate(requests, options, call());
  }

  private static GenerationRequest greeting(List<RequiredPhrase> phrases) {
    return new GenerationRequest("Chào mừng đến Hải Phòng.", PAIR, phrases);
  }

  private static CallContext call() {
    return CallContext.PATIENT.reaching(Locality.REMOTE);
  }

  private static Generation greeting(
      TextGenerator generator, List<RequiredPhrase> phrases, GenerationHints hints) {
    return run(
            generator,
            List.of(new GenerationRequest("Chào mừng đến Hải Phòng.", PAIR, phrases, hints)))
        .get(0);
  }

  private TextGenerator claiming(Capability capability, boolean claimed) {
    TextGenerator generator = open();
    if (generator.descriptor().capabilities().contains(capability) != claimed) {
      generator.close();
      abort(capability + (claimed ? " is not claimed" : " is claimed"));
    }
    return generator;
  }

  private static boolean takesPhrases(TextGenerator generator) {
    return generator.descriptor().capabilities().contains(Capability.REQUIRED_PHRASES)
        || generator.descriptor().capabilities().contains(Capability.PHRASE_INSTRUCTIONS);
  }
}
