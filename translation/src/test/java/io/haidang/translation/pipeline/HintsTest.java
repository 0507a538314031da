package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.GenerationHints;
import io.haidang.models.GenerationHints.SimilarTranslation;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelDescriptor.Capability;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelId;
import io.haidang.models.testing.ScriptedGenerator;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SimilarTranslations;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class HintsTest {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final TranslationContext CONTEXT =
      new TranslationContext(PAIR, LocalDate.of(2026, 5, 1), new TermEnforcer(Glossary.starter()));
  private static final List<String> DOCUMENT =
      List.of("Tin mới.", "12.345", "Sở Tài chính họp. Sở Tài chính nói.", "Trời mưa.", "Hết rồi.");

  @Test
  void hints_segment_carryNamesOnceAndTwoNeighboursEachSide() {
    ScriptedGenerator model =
        model(Set.of(Capability.HINTS), request -> "The Department of Finance. ".repeat(2));
    translate(model, DOCUMENT, SimilarTranslations.NONE);
    GenerationHints hints = model.requests().get(1).hints();
    assertThat(hints.before()).containsExactly("Tin mới.", "12.345");
    assertThat(hints.after()).containsExactly("Trời mưa.", "Hết rồi.");
    assertThat(hints.terms()).hasSize(1);
    assertThat(hints.terms().get(0).source()).isEqualTo("Sở Tài chính");
    assertThat(hints.terms().get(0).rendering()).isEqualTo("Department of Finance");
    assertThat(hints.terms().get(0).note()).contains("source: ");
    assertThat(hints.similar()).isEmpty();
  }

  @Test
  void hints_partOfADocument_reachBeyondIt() {
    ScriptedGenerator model = model(Set.of(Capability.HINTS), request -> "It rains.");
    SegmentTranslators.over(model, SimilarTranslations.NONE)
        .translate(Excerpt.range(DOCUMENT, 3, 4), CONTEXT, CallContext.PATIENT);
    GenerationHints hints = model.requests().get(0).hints();
    assertThat(hints.before()).containsExactly("12.345", "Sở Tài chính họp. Sở Tài chính nói.");
    assertThat(hints.after()).containsExactly("Hết rồi.");
  }

  @Test
  void hints_memoryKnowsSomething_carryIt() {
    ScriptedGenerator model = model(Set.of(Capability.HINTS), request -> "It rains.");
    SimilarTranslation known = new SimilarTranslation("Trời nắng.", "The sun shines.");
    translate(model, List.of("Trời mưa."), (text, pair) -> List.of(known));
    assertThat(model.requests().get(0).hints().similar()).containsExactly(known);
  }

  @Test
  void hints_wishesOfTheReader_goWithEverySegment() {
    ScriptedGenerator model = model(Set.of(Capability.HINTS), request -> "It rains.");
    SegmentTranslators.over(model, SimilarTranslations.NONE)
        .translate(
            List.of("Trời mưa.", "Trời nắng."),
            CONTEXT.wishing(List.of("Be brief.")),
            CallContext.PATIENT);
    assertThat(model.requests())
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.hints().wishes()).containsExactly("Be brief."));
  }

  @Test
  void hints_modelThatReadsNone_areNotGathered() {
    ScriptedGenerator model = model(Set.of(), request -> "It rains.");
    translate(model, DOCUMENT, SimilarTranslations.NONE);
    assertThat(model.requests())
        .extracting(GenerationRequest::hints)
        .containsOnly(GenerationHints.NONE);
  }

  @Test
  void repair_modelThatReadsInstructions_isToldOnceWhatIsMissing() {
    ScriptedGenerator model =
        model(Set.of(Capability.HINTS, Capability.PHRASE_INSTRUCTIONS), request -> "Nothing.");
    TranslatedSegment segment =
        translate(
                model,
                List.of(
                    "Sở Tài chính thông báo kế hoạch thu chi, và mọi người đều lắng nghe rất lâu."),
                SimilarTranslations.NONE)
            .get(0);
    assertThat(model.requests()).hasSize(2);
    assertThat(model.requests().get(1).requiredPhrases().get(0).best())
        .isEqualTo("Department of Finance");
    assertThat(segment.findings()).extracting(f -> f.check()).contains("term-missing");
    assertThat(segment.provenance().promptVersion()).isEqualTo("prompt-1");
  }

  private static List<TranslatedSegment> translate(
      ScriptedGenerator model, List<String> sources, SimilarTranslations memory) {
    return SegmentTranslators.over(model, memory).translate(sources, CONTEXT, CallContext.PATIENT);
  }

  private static ScriptedGenerator model(
      Set<Capability> capabilities, Function<GenerationRequest, String> script) {
    return new ScriptedGenerator(
        new ModelDescriptor(
            new ModelId("test/remote"),
            "1",
            Set.of(PAIR),
            null,
            400,
            capabilities,
            Locality.REMOTE,
            "prompt-1"),
        script);
  }
}
