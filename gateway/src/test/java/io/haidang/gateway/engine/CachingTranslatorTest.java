package io.haidang.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.Generation.UncertainSpan;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachingTranslatorTest {

  private static final TermEnforcer TERMS = new TermEnforcer(Glossary.starter());
  private static final TranslationContext CONTEXT = context("vi", "en", "2026-03-02");
  private static final CallContext PUBLIC = CallContext.PATIENT.reaching(Locality.REMOTE);
  private static final Excerpt ONE = Excerpt.whole(List.of("Một."));

  private final TranslationCache cache = new TranslationCache();
  private final List<Excerpt> asked = new ArrayList<>();
  private final SegmentTranslator engine =
      (excerpt, context, call) -> {
        asked.add(excerpt);
        return excerpt.texts().stream().map(CachingTranslatorTest::translated).toList();
      };
  private String version = "1";

  @Test
  void translate_sameAgain_isRememberedAndTookNoTime() {
    SegmentTranslator caching = caching(2);
    TranslatedSegment first = caching.translate(ONE, CONTEXT, PUBLIC).get(0);
    TranslatedSegment second = caching.translate(ONE, CONTEXT, PUBLIC).get(0);

    assertThat(asked).hasSize(1);
    assertThat(second.target()).isEqualTo(first.target());
    assertThat(second.uncertain()).isEqualTo(first.uncertain()).isNotEmpty();
    assertThat(first.provenance().latencyMillis()).isEqualTo(7);
    assertThat(second.provenance().latencyMillis()).isZero();
  }

  @Test
  void translate_anythingElseThanBefore_isAskedAnew() {
    SegmentTranslator caching = caching(2);
    caching.translate(ONE, CONTEXT, PUBLIC);

    caching.translate(ONE, CONTEXT, CallContext.PATIENT);
    caching.translate(ONE, context("vi", "fr", "2026-03-02"), PUBLIC);
    caching.translate(ONE, context("vi", "en", "2024-03-02"), PUBLIC);
    caching.translate(Excerpt.range(List.of("Một.", "Hai."), 0, 1), CONTEXT, PUBLIC);
    caching.translate(Excerpt.range(List.of("Hai.", "Một."), 1, 2), CONTEXT, PUBLIC);
    caching.translate(ONE, CONTEXT.wishing(List.of("Be brief.")), PUBLIC);
    version = "2";
    caching.translate(ONE, CONTEXT, PUBLIC);

    assertThat(asked).hasSize(8);
  }

  @Test
  void translate_engineThatDoesNotLookAround_neverMindsTheNeighbours() {
    SegmentTranslator caching = caching(0);
    caching.translate(ONE, CONTEXT, PUBLIC);
    caching.translate(Excerpt.range(List.of("Hai.", "Một."), 1, 2), CONTEXT, PUBLIC);
    caching.translate(ONE, CONTEXT.wishing(List.of("Be brief.")), PUBLIC);
    assertThat(asked).hasSize(1);
  }

  @Test
  void translate_otherEngine_hasItsOwnResults() {
    caching(0).translate(ONE, CONTEXT, PUBLIC);
    new CachingTranslator(engine, cache, pair -> "another 1", 0).translate(ONE, CONTEXT, PUBLIC);
    assertThat(asked).hasSize(2);
  }

  @Test
  void translate_partlyKnown_asksForTheRestAtItsPlace() {
    List<String> document = List.of("Một.", "Hai.", "Một.", "Ba.");
    SegmentTranslator caching = caching(0);
    caching.translate(ONE, CONTEXT, PUBLIC);
    asked.clear();

    List<TranslatedSegment> made = caching.translate(Excerpt.whole(document), CONTEXT, PUBLIC);

    assertThat(made)
        .extracting(TranslatedSegment::target)
        .containsExactly("EN Một.", "EN Hai.", "EN Một.", "EN Ba.");
    assertThat(asked).containsExactly(new Excerpt(document, List.of(1, 3)));
  }

  @Test
  void translate_repeatedSentence_isAskedForOnceUnlessItsNeighboursMatter() {
    Excerpt document = Excerpt.whole(List.of("Một.", "Hai.", "Một."));
    caching(0).translate(document, CONTEXT, PUBLIC);
    assertThat(asked.get(0).places()).containsExactly(0, 1);

    version = "2";
    caching(1).translate(document, CONTEXT, PUBLIC);
    assertThat(asked.get(1).places()).containsExactly(0, 1, 2);
  }

  @Test
  void translate_emptyResult_isNotRemembered() {
    SegmentTranslator caching = caching(0);
    Excerpt mute = Excerpt.whole(List.of("Im."));
    caching.translate(mute, CONTEXT, PUBLIC);
    caching.translate(mute, CONTEXT, PUBLIC);
    assertThat(asked).hasSize(2);
  }

  private SegmentTranslator caching(int neighbours) {
    return new CachingTranslator(engine, cache, pair -> "engine " + version, neighbours);
  }

  private static TranslationContext context(String source, String target, String date) {
    return new TranslationContext(LanguagePair.of(source, target), LocalDate.parse(date), TERMS);
  }

  private static TranslatedSegment translated(String source) {
    String target = source.equals("Im.") ? "" : "EN " + source;
    Provenance from = new Provenance("engine", "1", "", "starter", false, 7);
    List<UncertainSpan> unsure =
        target.isEmpty() ? List.of() : List.of(new UncertainSpan(3, target.length(), -2.5));
    return new TranslatedSegment(source, target, 0, unsure, List.of(), from);
  }
}
