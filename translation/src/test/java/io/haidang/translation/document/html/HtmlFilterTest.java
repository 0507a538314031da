package io.haidang.translation.document.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.DocumentFilterContract;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlFilterTest extends DocumentFilterContract {

  @Test
  void inlineMarkup_becomesCodes() {
    SegmentedDocument document =
        html("<p>Ông <b>Lê An</b> đến<br>thăm <img src=x alt='Cảng biển'> cảng.</p>");
    assertThat(document.segments())
        .containsExactly("Ông ‹1›Lê An‹/1› đến ‹2/›thăm ‹3/› cảng.", "Cảng biển");
    assertThat(document.units()).containsExactly(0, 1);
  }

  @Test
  void codesAroundTheSegment_stayOutside() {
    SegmentedDocument document = html("<p><b>Một câu.</b> <a href='/x'>Hai <i>câu</i>.</a></p>");
    assertThat(document.segments()).containsExactly("Một câu.", "Hai ‹3›câu‹/3›.");
    assertThat(document.mergeText(List.of("One.", "Two ‹3›s‹/3›."), Locale.ENGLISH))
        .isEqualTo("<p><b>One.</b> <a href=\"/x\">Two <i>s</i>.</a></p>");
  }

  @Test
  void pairOverTwoSentences_isKeptAround() {
    SegmentedDocument document = html("<p>Xin <b>chào. Tôi</b> đi.</p>");
    assertThat(merge(document, s -> s)).isEqualTo("<p>Xin <b>chào. Tôi</b> đi.</p>");
  }

  @Test
  void unchangedTargets_giveTheSameMarkup() {
    String page =
        "<h1>Tiêu đề</h1><ul><li>Một <b>đậm</b></li><li>Hai</li></ul><table><tbody><tr><td>Ba &amp;"
            + " bốn</td></tr></tbody></table><pre>giữ\n nguyên</pre><p translate=\"no\">Không</p>";
    assertThat(merge(html(page), s -> s)).isEqualTo(page);
    assertThat(html(page).segments()).noneMatch(s -> s.contains("Không") || s.contains("giữ"));
  }

  @Test
  void markupTypedByAnEditor_isEscaped() {
    String merged =
        html("<p>Xin chào</p>").mergeText(List.of("<script>x</script>"), Locale.ENGLISH);
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
  void brokenCodes_mergeToMarkupWithAllText(String target) {
    SegmentedDocument document = html("<p>m <b>hai</b> n <i>ba</i> k <img src=\"y.png\"> o</p>");
    String merged = document.mergeText(List.of(target), Locale.ENGLISH);
    org.jsoup.nodes.Document page = org.jsoup.Jsoup.parseBodyFragment(merged);
    assertThat(page.text().replaceAll("[^A-D]", "")).isEqualTo("ABCD");
    assertThat(page.select("img")).hasSize(1);
  }

  @Test
  void literalCode_survivesAsText() {
    SegmentedDocument document = html("<p>Xem mục ‹1› và <b>‹/2›</b> nhé</p>");
    assertThat(merge(document, s -> s)).isEqualTo("<p>Xem mục ‹1› và <b>‹/2›</b> nhé</p>");
  }

  @Test
  void activeContent_isRemovedFromTheExport() {
    String merged =
        merge(
            html(
                "<p onclick=\"a()\">Chào <a href=\" java\nscript:alert(1)\">bạn</a></p>"
                    + "<script>alert(1)</script><iframe srcdoc=\"<script>x</script>\"></iframe>"),
            s -> s);
    assertThat(merged).doesNotContain("script", "onclick", "alert").contains("bạn");
  }

  @Test
  void wholePage_saysItsLanguage() {
    SegmentedDocument document =
        SegmentedDocument.read(
            DocumentFormat.HTML,
            "<!doctype html><html lang=vi><head><title>Tin</title></head><body>Chào</body></html>",
            VI);
    assertThat(document.segments()).containsExactly("Tin", "Chào");
    assertThat(document.mergeText(List.of("News", "Hello"), Locale.ENGLISH))
        .isEqualTo(
            "<!doctype html><html lang=\"en\"><head><title>News</title></head>"
                + "<body>Hello</body></html>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<span>", "<ul><li>", "<table><tr><td>", "<svg>"})
  void hundredThousandLevels_isRefused(String tag) {
    String page = tag.repeat(100_000 / (tag.length() / 4 + 1)) + "Chào";
    String content = page.substring(0, Math.min(page.length(), 900_000));
    assertTooDeep(content);
  }

  @Test
  void hundredLevels_isAccepted() {
    assertThat(html("<div>".repeat(100) + "Chào" + "</div>".repeat(100)).segments())
        .containsExactly("Chào");
    assertTooDeep("<div>".repeat(101) + "Chào" + "</div>".repeat(101));
  }

  private static SegmentedDocument html(String content) {
    return SegmentedDocument.read(DocumentFormat.HTML, content, VI);
  }

  private static String merge(SegmentedDocument document, UnaryOperator<String> translation) {
    return document.mergeText(document.segments().stream().map(translation).toList(), VI);
  }

  private static void assertTooDeep(String content) {
    assertThatThrownBy(() -> html(content))
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_DEEP));
  }
}
