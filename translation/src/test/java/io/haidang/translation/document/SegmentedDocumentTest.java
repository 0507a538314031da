package io.haidang.translation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SegmentedDocumentTest {

  private static final Locale VI = Locale.forLanguageTag("vi");

  @Test
  void html_inlineMarkup_becomesCodes() {
    SegmentedDocument document =
        html("<p>Ông <b>Lê An</b> đến<br>thăm <img src=x alt='Cảng biển'> cảng.</p>");
    assertThat(document.segments())
        .containsExactly("Ông ‹1›Lê An‹/1› đến ‹2/›thăm ‹3/› cảng.", "Cảng biển");
    assertThat(document.units()).containsExactly(0, 1);
  }

  @Test
  void html_codesAroundTheSegment_stayOutside() {
    SegmentedDocument document = html("<p><b>Một câu.</b> <a href='/x'>Hai <i>câu</i>.</a></p>");
    assertThat(document.segments()).containsExactly("Một câu.", "Hai ‹3›câu‹/3›.");
    assertThat(document.merge(List.of("One.", "Two ‹3›s‹/3›."), Locale.ENGLISH))
        .isEqualTo("<p><b>One.</b> <a href=\"/x\">Two <i>s</i>.</a></p>");
  }

  @Test
  void html_pairOverTwoSentences_isKeptAround() {
    SegmentedDocument document = html("<p>Xin <b>chào. Tôi</b> đi.</p>");
    assertThat(merge(document, s -> s)).isEqualTo("<p>Xin <b>chào. Tôi</b> đi.</p>");
  }

  @Test
  void html_unchangedTargets_giveTheSameMarkup() {
    String page =
        "<h1>Tiêu đề</h1><ul><li>Một <b>đậm</b></li><li>Hai</li></ul><table><tbody><tr><td>Ba &amp;"
            + " bốn</td></tr></tbody></table><pre>giữ\n nguyên</pre><p translate=\"no\">Không</p>";
    assertThat(merge(html(page), s -> s)).isEqualTo(page);
    assertThat(html(page).segments()).noneMatch(s -> s.contains("Không") || s.contains("giữ"));
  }

  @Test
  void html_markupTypedByAnEditor_isEscaped() {
    String merged = html("<p>Xin chào</p>").merge(List.of("<script>x</script>"), Locale.ENGLISH);
    assertThat(merged).isEqualTo("<p>&lt;script&gt;x&lt;/script&gt;</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A ‹1›B ‹2›C‹/1› D‹/2›",
        "‹/2›A B C D",
        "‹2›‹1›A B C D",
        "A B C D",
        "‹1›A‹/1› ‹1›B‹/1› C D",
        "‹1›A B C D",
        "A ‹9›B C D",
        "A ‹1/›B C D",
        "‹3/›A B ‹3/›C D"
      })
  void html_brokenCodes_mergeToMarkupWithAllText(String target) {
    SegmentedDocument document = html("<p>m <b>hai</b> n <i>ba</i> k <img src=\"y.png\"> o</p>");
    String merged = document.merge(List.of(target), Locale.ENGLISH);
    org.jsoup.nodes.Document page = org.jsoup.Jsoup.parseBodyFragment(merged);
    assertThat(page.text().replaceAll("[^A-D]", "")).isEqualTo("ABCD");
    assertThat(page.select("img")).hasSize(1);
  }

  @Test
  void html_literalCode_survivesAsText() {
    SegmentedDocument document = html("<p>Xem mục ‹1› và <b>‹/2›</b> nhé</p>");
    assertThat(merge(document, s -> s)).isEqualTo("<p>Xem mục ‹1› và <b>‹/2›</b> nhé</p>");
  }

  @Test
  void html_activeContent_isRemovedFromTheExport() {
    String merged =
        merge(
            html(
                "<p onclick=\"a()\">Chào <a href=\" java\nscript:alert(1)\">bạn</a></p>"
                    + "<script>alert(1)</script><iframe srcdoc=\"<script>x</script>\"></iframe>"),
            s -> s);
    assertThat(merged).doesNotContain("script", "onclick", "alert").contains("bạn");
  }

  @Test
  void html_wholePage_saysItsLanguage() {
    SegmentedDocument document =
        SegmentedDocument.read(
            DocumentFormat.HTML,
            "<!doctype html><html lang=vi><head><title>Tin</title></head><body>Chào</body></html>",
            VI);
    assertThat(document.segments()).containsExactly("Tin", "Chào");
    assertThat(document.merge(List.of("News", "Hello"), Locale.ENGLISH))
        .isEqualTo(
            "<!doctype html><html lang=\"en\"><head><title>News</title></head>"
                + "<body>Hello</body></html>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<span>", "<ul><li>", "<table><tr><td>", "<svg>"})
  void html_hundredThousandLevels_isRefused(String tag) {
    String page = tag.repeat(100_000 / (tag.length() / 4 + 1)) + "Chào";
    String content = page.substring(0, Math.min(page.length(), 900_000));
    assertReason(DocumentFormat.HTML, content, Reason.TOO_DEEP);
  }

  @Test
  void html_hundredLevels_isAccepted() {
    assertThat(html("<div>".repeat(100) + "Chào" + "</div>".repeat(100)).segments())
        .containsExactly("Chào");
    assertReason(
        DocumentFormat.HTML, "<div>".repeat(101) + "Chào" + "</div>".repeat(101), Reason.TOO_DEEP);
  }

  @Test
  void read_unusable_saysWhy() {
    assertReason(DocumentFormat.PLAIN, " \n ", Reason.EMPTY);
    assertReason(DocumentFormat.HTML, "<p> <br> </p>", Reason.EMPTY);
    assertReason(DocumentFormat.PLAIN, "a\u0000b", Reason.NOT_TEXT);
    assertReason(DocumentFormat.PLAIN, "a\uD800b", Reason.NOT_TEXT);
    assertReason(DocumentFormat.PLAIN, "a".repeat(1_000_001), Reason.TOO_LARGE);
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
    assertThat(document.merge(document.segments(), Locale.ENGLISH)).isEqualTo(text);
    assertThat(document.segments()).contains("CHỈ THỊ", "- Thường trực Thành ủy (để báo cáo);");
    assertThat(document.units()).isSorted().hasSameSizeAs(document.segments());
  }

  private static SegmentedDocument html(String content) {
    return SegmentedDocument.read(DocumentFormat.HTML, content, VI);
  }

  private static String merge(SegmentedDocument document, UnaryOperator<String> translation) {
    return document.merge(document.segments().stream().map(translation).toList(), VI);
  }

  private static void assertReason(DocumentFormat format, String content, Reason reason) {
    assertThatThrownBy(() -> SegmentedDocument.read(format, content, VI))
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
