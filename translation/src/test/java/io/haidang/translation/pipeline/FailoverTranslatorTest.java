package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import io.haidang.models.testing.ScriptedGenerator;
import io.haidang.translation.SimilarTranslations;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FailoverTranslatorTest {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final TranslationContext CONTEXT =
      new TranslationContext(PAIR, LocalDate.of(2026, 5, 1), new TermEnforcer(Glossary.starter()));
  private static final CallContext PUBLIC = CallContext.PATIENT.reaching(Locality.REMOTE);

  private final ScriptedGenerator local = answering("local", Locality.LOCAL);
  private final ScriptedGenerator remote = answering("remote", Locality.REMOTE);

  @Test
  void translate_allWell_isTheFirstEnginesWork() {
    assertThat(translate(PUBLIC, remote, local).provenance().engine()).isEqualTo("remote");
    assertThat(local.requests()).isEmpty();
  }

  @Test
  void translate_firstFails_isTheNextEnginesWorkAndSaysSo() {
    ScriptedGenerator down = failing(() -> new ModelException.Unavailable("down"));
    assertThat(translate(PUBLIC, down, local).provenance().engine()).isEqualTo("local");
  }

  @Test
  void translate_firstRefuses_isTheNextEnginesWork() {
    ScriptedGenerator shy = failing(() -> new ModelException.Refused("declined"));
    assertThat(translate(PUBLIC, shy, local).provenance().engine()).isEqualTo("local");
  }

  @Test
  void translate_textsMayNotLeave_neverAsksARemoteEngine() {
    assertThat(translate(CallContext.PATIENT, remote, local).provenance().engine())
        .isEqualTo("local");
    assertThat(remote.requests()).isEmpty();
  }

  @Test
  void translate_textsMayNotLeaveAndTheLocalEngineFails_fails() {
    ScriptedGenerator down =
        script("local", Locality.LOCAL, () -> new ModelException.Unavailable("down"));
    assertThatThrownBy(() -> translate(CallContext.PATIENT, down, remote))
        .isInstanceOf(ModelException.Unavailable.class);
    assertThat(remote.requests()).isEmpty();
  }

  @Test
  void translate_onlyRemoteEnginesAndTextsMayNotLeave_isUnsupported() {
    assertThatThrownBy(() -> translate(CallContext.PATIENT, remote))
        .isInstanceOf(ModelException.Unsupported.class)
        .hasMessageContaining("vi-en");
  }

  @Test
  void translate_allFail_throwsWhatMayPass() {
    ScriptedGenerator busy =
        failing(() -> new ModelException.Overloaded("busy", Duration.ofSeconds(9)));
    ScriptedGenerator shy = failing(() -> new ModelException.Refused("declined"));
    assertThatThrownBy(() -> translate(PUBLIC, busy, shy))
        .isInstanceOf(ModelException.Overloaded.class);
    assertThatThrownBy(() -> translate(PUBLIC, shy, busy))
        .isInstanceOf(ModelException.Overloaded.class);
  }

  @Test
  void translate_cancelled_asksNobodyElse() {
    ScriptedGenerator cancelled = failing(ModelException.Cancelled::new);
    assertThatThrownBy(() -> translate(PUBLIC, cancelled, local))
        .isInstanceOf(ModelException.Cancelled.class);
    assertThat(local.requests()).isEmpty();
  }

  private static TranslatedSegment translate(CallContext call, ScriptedGenerator... engines) {
    List<SegmentTranslators.Engine> order =
        Stream.of(engines)
            .map(
                model ->
                    new SegmentTranslators.Engine(
                        model.descriptor().locality(),
                        SegmentTranslators.over(model, SimilarTranslations.NONE)))
            .toList();
    return SegmentTranslators.firstOf(order).translate(List.of("Trời mưa."), CONTEXT, call).get(0);
  }

  private static ScriptedGenerator answering(String name, Locality locality) {
    return new ScriptedGenerator(descriptor(name, locality), request -> "It rains.");
  }

  private static ScriptedGenerator failing(Supplier<ModelException> failure) {
    return script("failing", Locality.REMOTE, failure);
  }

  private static ScriptedGenerator script(
      String name, Locality locality, Supplier<ModelException> failure) {
    return new ScriptedGenerator(
        descriptor(name, locality),
        request -> {
          throw failure.get();
        });
  }

  private static ModelDescriptor descriptor(String name, Locality locality) {
    return new ModelDescriptor(
        new ModelId(name), "1", Set.of(PAIR), null, 400, Set.of(), locality, "");
  }
}
