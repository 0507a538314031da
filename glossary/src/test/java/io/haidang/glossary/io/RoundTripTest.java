package io.haidang.glossary.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every format has to do: give back what was written, or say what it could not hold. */
class RoundTripTest {

  private static final Locale VI = Locale.forLanguageTag("vi");

  @ParameterizedTest
  @EnumSource
  void read_randomConceptsThatWereWritten_areTheSame(GlossaryFormat format) throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      List<Concept> concepts = new RandomConcepts(seed).list(40);
      ByteArrayOutputStream file = new ByteArrayOutputStream();

      LossReport written = GlossaryExporter.write(concepts, format, VI, file);
      ImportResult read = read(file.toByteArray(), format);

      assertThat(written.entries()).noneMatch(entry -> entry.kind() == LossReport.Kind.LOST);
      assertThat(read.errors()).isEmpty();
      assertThat(read.losses().isEmpty()).isTrue();
      assertThat(read.concepts()).as("seed %d", seed).isEqualTo(concepts);
    }
  }

  @ParameterizedTest
  @EnumSource
  void read_starterListThatWasWritten_isTheSame(GlossaryFormat format) throws IOException {
    List<Concept> starter = Glossary.starter().concepts();
    ByteArrayOutputStream file = new ByteArrayOutputStream();

    GlossaryExporter.write(starter, format, VI, file);

    assertThat(read(file.toByteArray(), format).concepts()).isEqualTo(starter);
  }

  @Test
  void write_controlCharacters_areReportedAsLost() throws IOException {
    Concept concept = new RandomConcepts(1).list(1).get(0).toBuilder().note("a\u0007b").build();

    for (GlossaryFormat format : List.of(GlossaryFormat.TBX_DCA, GlossaryFormat.XLSX)) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      LossReport losses = GlossaryExporter.write(List.of(concept), format, VI, file);

      assertThat(losses.entries())
          .extracting(LossReport.Entry::field)
          .contains("control characters");
      assertThat(read(file.toByteArray(), format).concepts())
          .extracting(Concept::note)
          .containsExactly("ab");
    }
  }

  @Test
  void write_tbx_saysWhatIsKeptAsANote() throws IOException {
    LossReport losses =
        GlossaryExporter.write(
            Glossary.starter().concepts(), GlossaryFormat.TBX_DCA, VI, new ByteArrayOutputStream());

    assertThat(losses.entries())
        .containsExactly(
            new LossReport.Entry(LossReport.Kind.KEPT_AS_NOTE, "valid_to", 12),
            new LossReport.Entry(LossReport.Kind.KEPT_AS_NOTE, "successor", 2));
  }

  private static ImportResult read(byte[] file, GlossaryFormat format) throws IOException {
    return GlossaryImporter.read(new ByteArrayInputStream(file), format, ImportOptions.STANDARD);
  }
}
