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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled model on the real directive: every official name has to be in the output. */
final class DirectiveTranslationTest {

  private static final Path ROOT = Path.of(System.getProperty("haidang.repository"));

  @TempDir private Path models;

  @Test
  void translate_directive_writesEveryOfficialName() throws Exception {
    assertEveryName(ROOT.resolve("models/bundled"));
  }

  /** The second step of the ladder: nobody tells the model a name, the search makes it write it. */
  @Test
  void translate_directiveWithoutAnnotation_writesEveryOfficialName() throws Exception {
    Path copy = Files.createDirectories(models.resolve("vi-en"));
    try (Stream<Path> files = Files.list(ROOT.resolve("models/bundled/vi-en"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName().toString()));
      }
    }
    Path description = copy.resolve("haidang.json");
    Files.writeString(
        description, Files.readString(description).replace("term_annotation", "was_annotation"));
    assertEveryName(models);
  }

  private static void assertEveryName(Path folder) throws Exception {
    SegmentedDocument document =
        SegmentedDocument.read(
            DocumentFormat.PLAIN,
            Files.readString(ROOT.resolve("docs/samples/directive.vi.txt")),
            Locale.forLanguageTag("vi"));
    TranslationContext context =
        new TranslationContext(
            LanguagePair.of("vi", "en"),
            LocalDate.of(2026, 5, 1),
            new TermEnforcer(Glossary.starter()));
    try (ModelRegistry registry = ModelRegistry.open(folder, "bundled/", 2);
        TextGenerator generator = registry.acquire(context.pair())) {
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
