package io.haidang.translation.document.ooxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentFormats;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.FilterOptions.TrackedChanges;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.document.packed.PackedFile;
import io.haidang.translation.document.packed.PackedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What translators see of Office files, and what readers see of the translation. */
final class OfficeDocumentsTest {

  private static final Locale VI = Locale.forLanguageTag("vi");

  @Test
  void document_runsThatLookTheSame_areOneText() throws IOException {
    assertThat(read("notice.docx").segments())
        .contains(
            "Thời gian: từ ngày 10/5/2026 đến ngày 13/5/2026.",
            "Ủy ban nhân dân ‹1›thành phố Hải Phòng‹/1› thông báo lịch tổ chức lễ hội năm 2026.");
  }

  @Test
  void document_boldWords_areBoldInTheTranslation() throws IOException {
    String document =
        part("notice.docx", "word/document.xml", Map.of(1, "The ‹1›city‹/1› informs."));

    assertThat(document)
        .contains(
            "<w:r><w:t xml:space=\"preserve\">The </w:t></w:r>"
                + "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">city</w:t></w:r>"
                + "<w:r><w:t xml:space=\"preserve\"> informs.</w:t></w:r></w:p>");
  }

  @Test
  void document_markupTyped_isText() throws IOException {
    assertThat(part("notice.docx", "word/document.xml", Map.of(1, "a</w:t><b> & \u0007c\uD800")))
        .contains("a&lt;/w:t&gt;&lt;b&gt; &amp; c<");
  }

  @Test
  void document_linksTabsAndFields_areCodes() throws IOException {
    SegmentedDocument links = read("links.docx");

    assertThat(links.segments())
        .contains(
            "Số: 12/TB-UBND",
            "Hải Phòng, ngày 3 tháng 3 năm 2026",
            "Độc lập - Tự do - Hạnh phúc",
            "Theo ‹1›trang thông tin‹/1›, Hình ‹2/› nêu rõ.");
    int sentence = links.segments().indexOf("Theo ‹1›trang thông tin‹/1›, Hình ‹2/› nêu rõ.");
    String merged =
        part("links.docx", "word/document.xml", Map.of(sentence, "Figure ‹2/› of ‹1›it‹/1›"));
    assertThat(merged.indexOf("SEQ")).isLessThan(merged.indexOf("HYPERLINK \"https"));
    assertThat(merged).contains("Cộng hòa".toUpperCase(VI)).contains("<w:tab/>");
  }

  @Test
  void document_languageOfTheWords_isThatOfTheTranslation() throws IOException {
    SegmentedDocument controls = read("controls.docx");
    int place = controls.segments().indexOf("Mục đích ‹2/›Hải Phòng hướng tới.");

    assertThat(part("controls.docx", "word/document.xml", Map.of(place, "It ‹2/›strives.")))
        .doesNotContain("_GoBack", "smartTag")
        .contains("bookmarkEnd", "strives.");
  }

  @Test
  void textBox_forOldAndNewPrograms_isTranslatedOnce() throws IOException {
    SegmentedDocument box = read("textbox.docx");
    int place = box.segments().indexOf("Thành phố Cảng");

    assertThat(box.segments()).containsOnlyOnce("Thành phố Cảng");
    assertThat(part("textbox.docx", "word/document.xml", Map.of(place, "The Port City")))
        .containsPattern("(?s)The Port City.*Fallback.*The Port City");
  }

  @Test
  void notesHeadersAndFooters_areRead() throws IOException {
    assertThat(read("writer-notes.docx").segments())
        .contains(
            "Theo số liệu của ‹2›Cục Thống kê‹/2›.", "Ước tính.", "Đầu trang: Hải Phòng", "Trang");
    assertThat(read("headers.docx").segments())
        .contains("Sở Du lịch Hải Phòng", "ỦY BAN NHÂN DÂN THÀNH PHỐ", "Trang ‹1/› trên");
  }

  @Test
  void pictures_haveTheirDescriptionTranslated_butNoFileNames() throws IOException {
    assertThat(read("pictures.docx").segments())
        .contains("Cảng container quốc tế Lạch Huyện nhìn từ trên cao")
        .doesNotContain("logo.png");
  }

  @Test
  void trackedChanges_undecided_areCounted() throws IOException {
    byte[] file = file("tracked.docx");

    assertThatThrownBy(() -> SegmentedDocument.read(DocumentFormat.DOCX, file, VI))
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TRACKED_CHANGES))
        .hasMessage(
            "word/document.xml: 6 tracked changes (expected: none; accept or reject them in"
                + " Word)");
  }

  @Test
  void trackedChanges_accepted_readAsTheFinalText() throws IOException {
    SegmentedDocument accepted =
        SegmentedDocument.read(
            DocumentFormat.DOCX,
            file("tracked.docx"),
            VI,
            FilterOptions.DEFAULT.withTrackedChanges(TrackedChanges.ACCEPT));

    assertThat(accepted.segments())
        .containsExactly(
            "Thành phố ‹1›đã ‹/1›khởi công cầu mới.",
            "Hai đoạn này ‹1›nay là một.‹/1›",
            "Hàng giữ lại",
            "Câu cuối.");
  }

  @ParameterizedTest
  @CsvSource({
    "notice.docx, word/document.xml",
    "comments.docx, word/document.xml",
    "writer-table.xlsx, xl/sharedStrings.xml",
    "inline.xlsx, xl/worksheets/sheet1.xml",
    "slides.pptx, 'ppt/slides/slide1.xml,ppt/slides/slide2.xml,ppt/notesSlides/notesSlide1.xml'",
    "chart.pptx, 'ppt/charts/chart1.xml,ppt/slides/slide1.xml'"
  })
  void merge_otherWords_touchesNoOtherPart(String name, String parts) throws IOException {
    byte[] source = file(name);
    SegmentedDocument document = read(name);
    byte[] merged =
        document.merge(
            document.segments().stream().map(s -> s.toUpperCase(Locale.ROOT)).toList(),
            MergeOptions.of(Locale.ENGLISH));

    assertThat(PackedFiles.differences(source, merged))
        .containsExactlyInAnyOrder(parts.split(",", -1));
  }

  @Test
  void workbook_formulasAndResults_stay() throws IOException {
    assertThat(read("inline.xlsx").segments()).doesNotContain("Tên dự án mới");
    assertThat(part("inline.xlsx", "xl/worksheets/sheet1.xml", Map.of(0, "Project")))
        .contains("<x:is><x:t xml:space=\"preserve\">Project</x:t></x:is>")
        .contains(
            "<x:c r=\"C1\" t=\"str\"><x:f>A1&amp;\" mới\"</x:f><x:v>Tên dự án mới</x:v></x:c>");
  }

  @Test
  void workbook_chartOfCells_isTranslatedOnce() throws IOException {
    assertThat(read("writer-chart.xlsx").segments()).doesNotHaveDuplicates();
  }

  @Test
  void workbook_columnOfATable_isCalledWhatItsFirstCellSays() throws IOException {
    int heading = read("columns.xlsx").segments().indexOf("Lượt khách");

    assertThat(part("columns.xlsx", "xl/tables/table1.xml", Map.of(heading, "Visits & \"more\"")))
        .contains("name=\"Visits &amp; &quot;more&quot;\"");
    assertThat(
            part("columns.xlsx", "xl/worksheets/sheet1.xml", Map.of(heading, "Visits & \"more\"")))
        .contains("Visits &amp; \"more\"");
  }

  @Test
  void workbook_columnThatAFormulaNames_keepsItsName() throws IOException {
    assertThat(read("columns-in-formulas.xlsx").segments()).containsExactly("Cát Bà", "Đồ Sơn");
  }

  @Test
  void slides_mastersAndNumbers_areNotOffered() throws IOException {
    assertThat(read("slides.pptx").segments())
        .contains("Chào đại biểu.", "Hải Phòng: cửa ngõ ra biển")
        .noneMatch(segment -> segment.contains("Click") || segment.contains("‹#›"));
  }

  private static SegmentedDocument read(String name) throws IOException {
    byte[] content = file(name);
    return SegmentedDocument.read(DocumentFormats.detect(name, content), content, VI);
  }

  /** A part of a sample in which some segments are replaced. */
  private static String part(String name, String part, Map<Integer, String> targets)
      throws IOException {
    SegmentedDocument document = read(name);
    List<String> texts = new ArrayList<>(document.segments());
    targets.forEach(texts::set);
    try (PackedFile file =
        PackedFile.open(document.merge(texts, MergeOptions.of(Locale.ENGLISH)))) {
      return file.xml(part).text();
    }
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(OfficeDocumentsTest.class.getResourceAsStream("samples/" + name))) {
      return in.readAllBytes();
    }
  }
}
