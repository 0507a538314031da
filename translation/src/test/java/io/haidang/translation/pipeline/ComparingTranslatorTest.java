package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelId;
import io.haidang.models.SentenceSimilarity;
import io.haidang.models.encoder.SentenceEncoder;
import io.haidang.models.testing.ScriptedGenerator;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The bundled encoder over a scripted model. */
final class ComparingTranslatorTest {

  private static final Path ENCODER =
      Path.of(System.getProperty("haidang.repository"), "models/bundled/sentence-encoder");
  private static final String SOURCE = "Hải Phòng là thành phố cảng lớn nhất miền Bắc Việt Nam.";

  @Test
  void translate_rightTranslation_tellsItsSimilarityWithoutAFinding() {
    TranslatedSegment segment =
        translate(SOURCE, "Hai Phong is the largest port city in northern Vietnam.", "en");
    assertThat(segment.similarity()).isBetween(0.6, 1.0);
    assertThat(segment.findings()).extracting(Finding::check).doesNotContain("low-similarity");
  }

  @Test
  void translate_anotherMeaning_hasTheWarning() {
    TranslatedSegment segment =
        translate(SOURCE, "She has never liked to eat fish with rice in the morning.", "en");
    assertThat(segment.similarity()).isLessThan(TranslatedSegment.LOW_SIMILARITY);
    assertThat(segment.findings()).extracting(Finding::check).contains("low-similarity");
  }

  @Test
  void translate_fewWordsOrNothing_isNotCompared() {
    assertThat(translate("Thông báo", "She eats fish", "en").similarity()).isNaN();
    assertThat(translate(SOURCE, "", "en").similarity()).isNaN();
    assertThat(translate(SOURCE, SOURCE, "en").similarity()).isNaN();
  }

  @Test
  void translate_languageTheEncoderDoesNotKnow_isNotCompared() {
    assertThat(translate(SOURCE, "Nothing of the kind was said here today.", "fr").similarity())
        .isNaN();
  }

  private static TranslatedSegment translate(String source, String target, String language) {
    TranslationContext context =
        new TranslationContext(
            LanguagePair.of("vi", language),
            LocalDate.of(2026, 5, 6),
            new TermEnforcer(Glossary.starter()));
    ModelDescriptor model =
        new ModelDescriptor(
            new ModelId("test/scripted"), "1", Set.of(context.pair()), null, 400, Set.of());
    try (ScriptedGenerator generator = new ScriptedGenerator(model, request -> target);
        SentenceSimilarity encoder = SentenceEncoder.open(ENCODER)) {
      SegmentTranslator translator =
          SegmentTranslators.comparing(SegmentTranslators.local(generator), encoder);
      return translator.translate(List.of(source), context, CallContext.PATIENT).get(0);
    }
  }
}
