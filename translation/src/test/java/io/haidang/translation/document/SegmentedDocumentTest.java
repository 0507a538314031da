package io.haidang.translation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class SegmentedDocumentTest {

  private static final Locale VI = Locale.forLanguageTag("vi");

  @Test
  void read_unusable_saysWhy() {
    assertReason(DocumentFormat.PLAIN, " \n ", Reason.EMPTY);
    assertReason(DocumentFormat.HTML, "<p> <br> </p>", Reason.EMPTY);
    assertReason(DocumentFormat.PLAIN, "a\u0000b", Reason.NOT_TEXT);
    assertReason(DocumentFormat.PLAIN, "a\uD800b", Reason.NOT_TEXT);
    assertReason(DocumentFormat.PLAIN, "a".repeat(1_000_001), Reason.TOO_LARGE);
  }

  @Test
  void textUnits_haveTheNumbersOfTheirSegments() {
    SegmentedDocument document =
        SegmentedDocument.read(DocumentFormat.PLAIN, "Một. Hai.\n \nBa.", VI);

    assertThat(document.units()).containsExactly(0, 0, 1);
    assertThat(document.textUnits()).extracting(TextUnit::text).containsExactly("Một. Hai.", "Ba.");
  }

  @Test
  void decode_bytes_areStrictUtf8() {
    assertThat(SegmentedDocument.decode("\uFEFFChào".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("Chào");
    assertThatThrownBy(() -> SegmentedDocument.decode(new byte[] {'a', (byte) 0xC3, 'b'}))
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_TEXT));
    assertThatThrownBy(() -> SegmentedDocument.decode(new byte[] {'P', 'K', 3, 4, 0}))
        .isInstanceOf(DocumentException.class);
  }

  @Test
  void plain_directive_givesItselfBack() throws Exception {
    String text =
        Files.readString(
            Path.of(System.getProperty("haidang.repository"), "docs/samples/directive.vi.txt"));
    SegmentedDocument document = SegmentedDocument.read(DocumentFormat.PLAIN, text, VI);
    assertThat(document.mergeText(document.segments(), Locale.ENGLISH)).isEqualTo(text);
    assertThat(document.segments()).contains("CHỈ THỊ", "- Thường trực Thành ủy (để báo cáo);");
    assertThat(document.units()).isSorted().hasSameSizeAs(document.segments());
  }

  private static void assertReason(DocumentFormat format, String content, Reason reason) {
    assertThatThrownBy(() -> SegmentedDocument.read(format, content, VI))
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
