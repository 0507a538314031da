package io.haidang.glossary.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.io.ImportOptions.OnError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryImporterTest {

  private static final Locale VI = Locale.forLanguageTag("vi");

  @Test
  void read_termWeb_mapsForbiddenAndObsolete() throws IOException {
    ImportResult result = sample("termweb.tbx", GlossaryFormat.TBX_MARTIF);

    Concept concept = only(result);
    assertThat(concept.terms(Locale.ENGLISH, TermStatus.FORBIDDEN))
        .extracting(Term::text, Term::reason)
        .containsExactly(tuple("Haiphong", "old spelling"), tuple("Port of Tonkin", ""));
    assertThat(concept.preferred(VI)).get().extracting(Term::text).isEqualTo("Hải Phòng");
    assertThat(concept.definition()).isEqualTo("City on the north coast");
    assertThat(concept.source()).isEqualTo("Circular 03/2009/TT-BNG");
    assertThat(concept.domain()).isEqualTo("place names");
    assertThat(result.losses().entries())
        .extracting(LossReport.Entry::field)
        .containsExactly("transactionType", "date", "partOfSpeech");
  }

  @Test
  void read_weblate_mapsTranslationNeeded() throws IOException {
    ImportResult result = sample("weblate.tbx", GlossaryFormat.TBX_MARTIF);

    assertThat(result.concepts()).extracting(Concept::translatable).containsExactly(false, true);
    assertThat(result.concepts().get(1).terms(Locale.ENGLISH, TermStatus.FORBIDDEN)).hasSize(1);
    assertThat(result.concepts().get(1).note()).isEqualTo("spoken of in releases");
  }

  @Test
  void read_categoriesAsElements_areUnderstood() throws IOException {
    Concept concept = only(sample("basic-2019-dct.tbx", GlossaryFormat.TBX_DCT));

    assertThat(concept.domain()).isEqualTo("government");
    assertThat(concept.definition()).isEqualTo("Ministry in charge of external relations");
    assertThat(concept.source()).isEqualTo("Circular 03/2009/TT-BNG");
    assertThat(concept.terms(Locale.ENGLISH, TermStatus.ABBREVIATION)).hasSize(1);
    assertThat(concept.preferred(Locale.forLanguageTag("ar"))).isPresent();
    assertThat(concept.preferred(Locale.forLanguageTag("zh-Hans-CN"))).isPresent();
  }

  @Test
  void read_spreadsheetWithVietnameseHeader_isUnderstood() throws IOException {
    ImportResult result = sample("spreadsheet.csv", GlossaryFormat.CSV);

    Concept concept = only(result);
    assertThat(concept.id().value()).isEqualTo("hải-phòng");
    assertThat(concept.terms(Locale.ENGLISH, TermStatus.FORBIDDEN))
        .extracting(Term::text)
        .containsExactly("Haiphong", "HaiPhong");
    assertThat(concept.note()).isEqualTo("tên thành phố");
    assertThat(result.losses().entries())
        .extracting(LossReport.Entry::field)
        .containsExactly("STT", "Người nhập");
  }

  @Test
  void read_tabs_areFoundInAFileCalledCsv() throws IOException {
    assertThat(only(sample("tabs.tsv", GlossaryFormat.CSV)).terms()).hasSize(3);
  }

  @Test
  void read_plainWorkbook_isUnderstood() throws IOException {
    assertThat(only(sample("plain.xlsx", GlossaryFormat.XLSX)).id().value()).isEqualTo("sở-a");
  }

  @Test
  void preview_spreadsheet_showsHowItWillBeRead() throws IOException {
    try (InputStream in = stream("spreadsheet.csv")) {
      TablePreview preview =
          GlossaryImporter.preview(in, GlossaryFormat.CSV, ImportOptions.STANDARD, 5);

      assertThat(preview.encoding()).isEqualTo("UTF-16LE");
      assertThat(preview.delimiter()).isEqualTo(';');
      assertThat(preview.columns())
          .containsExactly("skip", "vi", "en", "abbreviation_en", "forbidden_en", "note", "skip");
      assertThat(preview.rows()).hasSize(1);
    }
  }

  @Test
  void read_columnsMappedByHand_areTakenSo() throws IOException {
    ImportOptions options =
        ImportOptions.STANDARD.withColumns(Map.of("A", "vi", "B", "en", "C", "valid_from"));

    Concept concept = only(read("A,B,C\nSở A,Department A,2025-03-01\n", options));

    assertThat(concept.preferred(Locale.ENGLISH)).isPresent();
    assertThat(concept.validity().from()).isEqualTo("2025-03-01");
  }

  @Test
  void read_badRow_leavesOutItsConceptOnly() throws IOException {
    String csv =
        """
        concept_id,language,term,valid_to
        a,vi,Sở A,
        a,en,Department A,30/6/2025
        b,vi,Sở B,2025-06-30
        """;

    ImportResult nothing = read(csv, ImportOptions.STANDARD);
    ImportResult valid = read(csv, ImportOptions.STANDARD.withOnError(OnError.IMPORT_VALID));

    assertThat(nothing.concepts()).isEmpty();
    assertThat(nothing.errors())
        .containsExactly(
            new RowError(3, 4, new RowProblem(RowProblem.Kind.DAY, "valid_to", "30/6/2025", "")));
    assertThat(nothing.errors().get(0).message())
        .isEqualTo("valid_to: 30/6/2025 (expected: a date such as 2025-02-28)");
    assertThat(valid.concepts()).extracting(c -> c.id().value()).containsExactly("b");
  }

  @Test
  void read_lineBreakInACell_countsLinesOfTheFile() throws IOException {
    ImportResult result =
        read("vi,en,valid_to\n\"Sở\nA\",A,\n\nSở B,B,soon\n", ImportOptions.STANDARD);

    assertThat(result.errors()).extracting(RowError::line).containsExactly(5L);
  }

  @Test
  void read_tooManyErrors_stops() throws IOException {
    ImportLimits limits = new ImportLimits(1 << 20, 1_000, 10, 100, 3);
    StringBuilder csv = new StringBuilder("vi,valid_to\n");
    for (int i = 0; i < 100; i++) {
      csv.append("Sở ").append(i).append(",x\n");
    }

    ImportResult result =
        read(
            csv.toString(),
            ImportOptions.STANDARD.withOnError(OnError.IMPORT_VALID).withLimits(limits));

    assertThat(result.errors()).hasSize(3);
    assertThat(result.rows()).isEqualTo(3);
    assertThat(result.concepts()).isEmpty();
  }

  @Test
  void read_moreRowsThanAllowed_isRefused() {
    ImportLimits limits = new ImportLimits(1 << 20, 2, 10, 100, 3);

    assertThatThrownBy(() -> read("vi\nA\nB\nC\n", ImportOptions.STANDARD.withLimits(limits)))
        .hasMessage("line 4: rows: over 2 (expected: at most that)");
  }

  @Test
  void read_progress_isToldOnTheWayAndAtTheEnd() throws IOException {
    List<Long> rows = new ArrayList<>();
    StringBuilder csv = new StringBuilder("vi\n");
    for (int i = 0; i < 2_500; i++) {
      csv.append("Sở ").append(i).append('\n');
    }

    read(csv.toString(), ImportOptions.STANDARD.withProgress((bytes, row) -> rows.add(row)));

    assertThat(rows).containsExactly(1_000L, 2_000L, 2_500L);
  }

  @Test
  void read_namesThatDifferInOneMark_stayApart() throws IOException {
    assertThat(read("vi\nCẩm Giang\nCẩm Giàng\n", ImportOptions.STANDARD).concepts()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void read_everyEncoding_isRecognised(String encoding) throws IOException {
    byte[] file = "vi,en\nSở Ngoại vụ,Department of Foreign Affairs\n".getBytes(encoding);

    ImportResult result =
        GlossaryImporter.read(
            new ByteArrayInputStream(file), GlossaryFormat.CSV, ImportOptions.STANDARD);

    assertThat(only(result).id().value()).isEqualTo("sở-ngoại-vụ");
  }

  private static ImportResult read(String csv, ImportOptions options) throws IOException {
    return GlossaryImporter.read(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        GlossaryFormat.CSV,
        options);
  }

  private static ImportResult sample(String name, GlossaryFormat format) throws IOException {
    try (InputStream in = stream(name)) {
      return GlossaryImporter.read(in, format, ImportOptions.STANDARD);
    }
  }

  private static InputStream stream(String name) {
    return GlossaryImporterTest.class.getResourceAsStream("samples/" + name);
  }

  private static Concept only(ImportResult result) {
    assertThat(result.errors()).isEmpty();
    assertThat(result.concepts()).hasSize(1);
    return result.concepts().get(0);
  }
}
