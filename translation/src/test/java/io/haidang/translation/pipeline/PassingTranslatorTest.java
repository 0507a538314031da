package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelId;
import io.haidang.models.testing.ScriptedGenerator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import io.haidang.translation.language.LanguageDetectors;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A text in two languages over a model that knows one. */
final class PassingTranslatorTest {

  private static final String VIETNAMESE = "Đoàn đại biểu đã đến thăm bến cảng mới vào sáng nay.";
  private static final String ENGLISH = "The delegation visited the ‹1›new terminal‹/1› on Friday.";

  private static final TranslationContext CONTEXT =
      new TranslationContext(
          LanguagePair.of("vi", "en"),
          LocalDate.of(2026, 5, 6),
          new TermEnforcer(Glossary.starter()));

  @Test
  void translate_segmentInTheTargetLanguage_staysAndIsMarked() {
    List<TranslatedSegment> segments = translate(VIETNAMESE, ENGLISH, VIETNAMESE);

    assertThat(segments)
        .extracting(TranslatedSegment::target)
        .containsExactly("From the model.", ENGLISH, "From the model.");
    TranslatedSegment passed = segments.get(1);
    assertThat(passed.provenance().engine()).isEqualTo("source");
    assertThat(passed.findings()).extracting(Finding::check).contains("already-translated");
    assertThat(segments.get(0).findings())
        .extracting(Finding::check)
        .doesNotContain("already-translated");
  }

  @Test
  void translate_allInTheTargetLanguage_asksNoModel() {
    assertThat(translate(ENGLISH))
        .extracting(segment -> segment.provenance().engine())
        .containsExactly("source");
  }

  @Test
  void translate_tooLittleToBeSure_asksTheModel() {
    assertThat(translate("OK", "12/5/2026", "Hải Phòng"))
        .extracting(segment -> segment.provenance().engine())
        .doesNotContain("source");
  }

  @Test
  void check_segmentThatStays_isNotCalledUntranslatedLater() {
    assertThat(Checks.run(ENGLISH, ENGLISH, CONTEXT))
        .extracting(Finding::check)
        .containsExactly("already-translated");
    assertThat(Checks.run(VIETNAMESE, VIETNAMESE, CONTEXT))
        .extracting(Finding::check)
        .contains("untranslated");
  }

  private static List<TranslatedSegment> translate(String... segments) {
    ModelDescriptor model =
        new ModelDescriptor(
            new ModelId("test/scripted"), "1", Set.of(CONTEXT.pair()), null, 400, Set.of());
    try (ScriptedGenerator generator = new ScriptedGenerator(model, request -> "From the model.")) {
      return SegmentTranslators.passing(
              SegmentTranslators.local(generator), LanguageDetectors.bundled())
          .translate(List.of(segments), CONTEXT, CallContext.PATIENT);
    }
  }
}
