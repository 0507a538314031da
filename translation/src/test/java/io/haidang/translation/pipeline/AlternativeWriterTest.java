package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelDescriptor.Capability;
import io.haidang.models.ModelId;
import io.haidang.models.testing.ScriptedGenerator;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Over a model whose outputs are its first one, and the same with " 2", " 3" and so on behind. */
final class AlternativeWriterTest {

  private static final TranslationContext CONTEXT =
      new TranslationContext(
          LanguagePair.of("vi", "en"),
          LocalDate.of(2026, 5, 6),
          new TermEnforcer(Glossary.starter()));

  @Test
  void alternatives_outputsWithErrors_areLeftOut() {
    List<List<String>> found =
        alternatives(Set.of(Capability.N_BEST), "On page", segment("Ở trang 3", "On the page 3"));
    assertThat(found).containsExactly(List.of("On page 3"));
  }

  @Test
  void alternatives_whatIsWritten_isNoAlternative() {
    List<List<String>> found =
        alternatives(Set.of(Capability.N_BEST), "On page", segment("Ở trang 3", "On page 3"));
    assertThat(found).containsExactly(List.of());
  }

  @Test
  void alternatives_segmentWithoutWords_hasNone() {
    List<List<String>> found =
        alternatives(
            Set.of(Capability.N_BEST),
            "On page",
            segment("12/5", "12/5"),
            segment("Ở trang ‹1›2‹/1›", "x"));
    assertThat(found.get(0)).isEmpty();
    assertThat(found.get(1)).hasSize(1);
    assertThat(found.get(1).get(0)).contains("‹1›", "‹/1›");
  }

  @Test
  void alternatives_modelWithOneOutput_hasNone() {
    assertThat(alternatives(Set.of(), "On page", segment("Ở trang 3", "x")))
        .containsExactly(List.of());
  }

  private static List<List<String>> alternatives(
      Set<Capability> capabilities, String output, TranslatedSegment... written) {
    ModelDescriptor model =
        new ModelDescriptor(
            new ModelId("test/scripted"), "1", Set.of(CONTEXT.pair()), null, 400, capabilities);
    try (ScriptedGenerator generator = new ScriptedGenerator(model, request -> output)) {
      return SegmentTranslators.alternatives(generator)
          .alternatives(List.of(written), CONTEXT, 3, CallContext.PATIENT);
    }
  }

  private static TranslatedSegment segment(String source, String target) {
    return new TranslatedSegment(source, target, 0, List.of(), Provenance.ofSource("1"));
  }
}
