package io.haidang.gateway.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.CallContext;
import io.haidang.models.Deadline;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.RequiredPhrase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent is what arrives. Everything goes through text, as it does between nodes. */
class GenerationJsonTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);

  private static JsonObject sent(JsonObject message) {
    return new JsonObject(message.encode());
  }

  @Test
  void question_sent_arrivesWhole() {
    List<GenerationRequest> requests =
        List.of(
            new GenerationRequest(
                "Sở Tài chính",
                LanguagePair.of("vi", "en"),
                List.of(RequiredPhrase.of("Department of Finance", "Finance Department"))),
            new GenerationRequest("Xin chào", LanguagePair.of("vi", "en")));
    GenerationOptions options = new GenerationOptions(4, 0.8, 120, 2);
    CallContext call =
        CallContext.interactive(Deadline.after(Duration.ofMillis(1500), NOON))
            .onAccountOf("lan")
            .bookedAs("portal");

    JsonObject arrived = sent(GenerationJson.question(requests, options, call));

    assertThat(GenerationJson.requests(arrived)).isEqualTo(requests);
    assertThat(GenerationJson.options(arrived)).isEqualTo(options);
    CallContext there = GenerationJson.call(arrived, NOON);
    assertThat(there.deadline().remaining()).contains(Duration.ofMillis(1500));
    assertThat(there.office()).isEqualTo("lan");
    assertThat(there.work()).isEqualTo("portal");
    assertThat(there.priority()).isEqualTo(CallContext.Priority.INTERACTIVE);
  }

  @Test
  void question_withoutDeadlineAndPenalty_arrivesWithoutThem() {
    List<GenerationRequest> one =
        List.of(new GenerationRequest("Xin chào", LanguagePair.of("vi", "en")));

    JsonObject arrived =
        sent(GenerationJson.question(one, GenerationOptions.DEFAULT, CallContext.PATIENT));

    assertThat(GenerationJson.options(arrived)).isEqualTo(GenerationOptions.DEFAULT);
    assertThat(GenerationJson.call(arrived, NOON).deadline().remaining()).isEmpty();
  }

  @Test
  void answer_sent_arrivesWhole() {
    List<Generation> generations =
        List.of(
            new Generation(
                "Department of Finance",
                -0.25,
                5,
                4,
                true,
                List.of(new Generation.UncertainSpan(0, 10, -1.5)),
                List.of(new Generation.Alternative("Finance", -0.5)),
                List.of(RequiredPhrase.of("Hai Phong"))),
            new Generation("", Double.NaN, 1, 0, false));

    assertThat(GenerationJson.generations(sent(GenerationJson.answer(generations))))
        .isEqualTo(generations);
  }

  static Stream<ModelException> refusals() {
    return Stream.of(
        new ModelException.DeadlineExceeded(),
        new ModelException.Overloaded(
            "waiting: 4097 (expected: at most 4096)", Duration.ofSeconds(3)),
        new ModelException.Unsupported("beams: 16 (expected: fewer)"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusal_sent_isThrownHereAsThere(ModelException refusal) {
    JsonObject arrived = sent(GenerationJson.answer(refusal));

    assertThatThrownBy(() -> GenerationJson.generations(arrived))
        .hasSameClassAs(refusal)
        .hasMessage(refusal.getMessage());
  }

  @Test
  void overload_sent_keepsItsPause() {
    JsonObject arrived =
        sent(GenerationJson.answer(new ModelException.Overloaded("full", Duration.ofSeconds(3))));

    assertThatThrownBy(() -> GenerationJson.generations(arrived))
        .isInstanceOfSatisfying(
            ModelException.Overloaded.class,
            busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(3)));
  }

  @Test
  void fault_sent_mayBeTriedAgain() {
    JsonObject arrived =
        sent(GenerationJson.answer(new ModelException.Failed("broken", new IOException())));

    assertThatThrownBy(() -> GenerationJson.generations(arrived))
        .isInstanceOfSatisfying(
            ModelException.class, failure -> assertThat(failure.retryable()).isTrue());
  }
}
