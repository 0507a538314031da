package io.haidang.translation.document.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.DocumentFilterContract;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PdfFilterTest extends DocumentFilterContract {

  /** Nothing can be written back into a PDF: a page comes out. */
  @Override
  protected void assertUnchanged(byte[] source, byte[] merged) {
    assertThat(new String(merged, UTF_8))
        .startsWith("<!doctype html>\n<html lang=\"vi\">")
        .contains("<section data-page=\"")
        .endsWith("</section>\n</body></html>\n");
  }

  /** The page has a title too, which repeats its first words. */
  @Override
  protected List<String> texts(byte[] merged, Path sample) throws IOException {
    List<String> texts = super.texts(merged, sample);
    return texts.subList(1, texts.size());
  }

  @Override
  protected int mutations() {
    return 40;
  }

  @Test
  void textLayer_lines_becomeHeadingsAndParagraphs() throws IOException {
    SegmentedDocument report = read("samples/report.pdf");

    assertThat(report.textUnits().get(0).text())
        .isEqualTo(
            "Trong sáu tháng đầu năm 2026, thành phố Hải Phòng đón 5,2 triệu lượt khách, tăng 14%"
                + " so với cùng kỳ năm trước. Riêng đảo Cát Bà đón 1,9 triệu lượt khách, trong đó"
                + " có 320 nghìn lượt khách quốc tế đến từ hơn bốn mươi nước.");
    assertThat(report.textUnits())
        .extracting(unit -> unit.text())
        .contains("1. Hoàn thiện bến cảng khách quốc tế.", "2. Đào tạo hướng dẫn viên.");
    assertThat(merged(report)).contains("<h1>Nhiệm vụ</h1>").contains("&lt;và&gt;");
  }

  @Test
  void scan_readByTesseract_marksWordsThatItWasUnsureOf() throws IOException {
    assumeTrue(Tesseract.isInstalled(), "tesseract with Vietnamese is not on this machine");
    SegmentedDocument scan = read("scans/scanned.pdf");

    assertThat(scan.segments()).contains("1. Hoàn thiện bến cảng khách quốc tế.");
    assertThat(scan.textUnits().get(0).name())
        .matches("page 1, recognised with [5-9]\\d % confidence");
    assertThat(merged(scan)).containsPattern("data-recognised=\"\\d\\d\"").contains("<mark>");
  }

  @Test
  void scan_withoutTesseract_saysWhatIsMissing() {
    Tesseract nowhere = new Tesseract("");

    DocumentException missing =
        catchThrowableOfType(
            DocumentException.class,
            () -> nowhere.read(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), 3));
    assertThat(missing.reason()).isEqualTo(Reason.SCANNED);
    assertThat(missing).hasMessageContaining("document.page 3: a picture");
  }

  private static String merged(SegmentedDocument document) {
    return new String(
        document.merge(document.segments(), MergeOptions.of(Locale.forLanguageTag("vi"))), UTF_8);
  }

  private static SegmentedDocument read(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(PdfFilterTest.class.getResourceAsStream(name))) {
      return SegmentedDocument.read(
          DocumentFormat.PDF, in.readAllBytes(), Locale.forLanguageTag("vi"));
    }
  }
}
