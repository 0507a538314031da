package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The bundled model on the real directive: every official name has to be in the output. */
final class DirectiveTranslationTest {

  @Test
  void translate_directive_writesEveryOfficialName() throws Exception {
    Path root = Path.of(System.getProperty("haidang.repository"));
    SegmentedDocument document =
        SegmentedDocument.read(
            DocumentFormat.PLAIN,
            Files.readString(root.resolve("docs/samples/directive.vi.txt")),
            Locale.forLanguageTag("vi"));
    TranslationContext context =
        new TranslationContext(
            LanguagePair.of("vi", "en"),
            LocalDate.of(2026, 5, 1),
            new TermEnforcer(Glossary.starter()));
    try (ModelRegistry models = ModelRegistry.open(root.resolve("models/bundled"), "bundled/", 2);
        TextGenerator generator = models.acquire(context.pair())) {
      List<TranslatedSegment> translated =
          SegmentTranslators.local(generator)
              .translate(document.segments(), context, CallContext.PATIENT);
      assertThat(translated)
          .flatExtracting(TranslatedSegment::findings)
          .extracting(Finding::check)
          .doesNotContain("term-missing", "term-forbidden", "truncated", "empty");
    }
  }
}
