package io.haidang.glossary.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryCsvTest {

  private static final String HEADER =
      "vi,en,abbreviation,valid_from,valid_to,status,forbidden_en,source,note\n";

  @Test
  void read_fullRow_keepsEverything() {
    Glossary glossary =
        read("Sở A,Department A,DA,2020-01-01,2025-06-30,preferred,Dept A;A Dept,Law,n\n");

    assertThat(glossary.concepts())
        .singleElement()
        .satisfies(
            concept -> {
              assertThat(concept.id().value()).isEqualTo("sở-a");
              assertThat(concept.terms()).hasSize(5);
              assertThat(concept.validity().to()).isEqualTo("2025-06-30");
              assertThat(concept.source()).isEqualTo("Law");
              assertThat(concept.note()).isEqualTo("n");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Sở A,,,,,preferred,,,            | line 2: en:  (expected: a name)",
        "Sở A,D,,30/6/2025,,preferred,,,  | line 2: valid_from: 30/6/2025 (expected: a date such as 2025-02-28)",
        "Sở A,D,,2025-02-01,2025-01-01,preferred,,, | line 2: valid_to: 2025-01-01 (expected: a day not before valid_from)",
        "Sở A,D,,,,best,,,                | line 2: status: best (expected: preferred, admitted, abbreviation or forbidden)",
        "Sở A,D                           | line 2: row: 2 columns (expected: as in the header)",
        "\"Sở A                           | line 1: not CSV (expected: comma-separated rows, quotes in pairs)",
      })
  void read_unusableRow_isRefusedWithItsLine(String row, String message) {
    assertThatThrownBy(() -> read(row + "\n"))
        .isInstanceOf(GlossaryFormatException.class)
        .hasMessage(message);
  }

  @Test
  void read_sameNameTwice_isRefused() {
    assertThatThrownBy(() -> read("Sở A,D,,,,preferred,,,\nsở A,E,,,,preferred,,,\n"))
        .hasMessage("line 3: vi: sở A (expected: one row for each name)");
  }

  @Test
  void read_successorColumn_linksTheRows() {
    String csv =
        HEADER.strip()
            + ",successor\nSở A,A,,,2025-06-30,preferred,,,,Sở B\n"
            + "Sở B,B,,2025-07-01,,preferred,,,,\n";

    Glossary glossary = GlossaryCsv.read("test", csv.getBytes(StandardCharsets.UTF_8));

    assertThat(glossary.concepts().get(0).successor()).isEqualTo(glossary.concepts().get(1).id());
  }

  @ParameterizedTest
  @CsvSource({"Sở C", "Sở A"})
  void read_successorThatIsNoOtherRow_isRefused(String successor) {
    String csv = HEADER.strip() + ",successor\nSở A,A,,,,preferred,,,," + successor + "\n";

    assertThatThrownBy(() -> GlossaryCsv.read("test", csv.getBytes(StandardCharsets.UTF_8)))
        .hasMessage("line 2: successor: " + successor + " (expected: the vi of another row)");
  }

  @Test
  void write_starter_isReadBackTheSame() throws IOException {
    List<Concept> starter = Glossary.starter().concepts();
    ByteArrayOutputStream file = new ByteArrayOutputStream();

    LossReport losses = GlossaryCsv.write(starter, file);

    assertThat(losses.isEmpty()).isTrue();
    assertThat(GlossaryCsv.read("starter", file.toByteArray()).concepts()).isEqualTo(starter);
  }

  @Test
  void write_moreThanARowHolds_saysWhatIsLost() throws IOException {
    Concept concept =
        read("Sở A,A,,,,preferred,,,\n").concepts().get(0).toBuilder()
            .term(new Term(Locale.FRENCH, "A", TermStatus.PREFERRED))
            .domain("law")
            .successor(new ConceptId("elsewhere"))
            .build();

    assertThat(GlossaryCsv.write(List.of(concept), new ByteArrayOutputStream()).entries())
        .extracting(LossReport.Entry::field)
        .containsExactly("term", "domain", "successor");
  }

  @Test
  void read_otherColumns_isRefused() {
    assertThatThrownBy(
            () -> GlossaryCsv.read("test", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessageStartingWith("line 1: header: columns are missing");
  }

  @Test
  void read_bytesThatAreNotUtf8_areRefused() {
    assertThatThrownBy(() -> GlossaryCsv.read("test", new byte[] {(byte) 0xFF, (byte) 0xFE, 0}))
        .hasMessage("line 1: encoding: not UTF-8 (expected: UTF-8)");
  }

  private static Glossary read(String rows) {
    return GlossaryCsv.read("test", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }
}
