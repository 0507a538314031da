package io.haidang.translation.document.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.translation.document.DocumentFilterContract;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class SvgFilterTest extends DocumentFilterContract {

  @Test
  void text_withSpans_isOneUnitWithCodes() {
    SegmentedDocument document =
        svg(
            "<svg><title>Bản đồ</title><text x='1'>Cảng <tspan class='b'>Lạch Huyện</tspan>"
                + " mới</text><text><tspan x='0'>Khu</tspan><tspan x='0'>tự do</tspan></text></svg>");

    assertThat(document.segments())
        .containsExactly("Bản đồ", "Cảng ‹1›Lạch Huyện‹/1› mới", "‹1›Khu‹/1› ‹2›tự do‹/2›");
    assertThat(
            document.mergeText(
                List.of("Map", "New ‹1›Lach Huyen‹/1› & port", "‹1›Free‹/1› ‹2›zone‹/2›"),
                Locale.ENGLISH))
        .isEqualTo(
            "<svg><title>Map</title><text x='1'>New <tspan class='b'>Lach Huyen</tspan> &amp;"
                + " port</text><text><tspan x='0'>Free</tspan> <tspan x='0'>zone</tspan></text>"
                + "</svg>");
  }

  @Test
  void activeContent_isRemovedFromTheExport() {
    SegmentedDocument document =
        svg(
            "<svg onload='a()'><script>alert(1)</script><style>text{}</style><text onclick=\"b()\">"
                + "<a href=' java&#10;script:c()' class='k'>Cảng</a></text><g><set to='javascript:d'/>"
                + "<foreignObject><iframe src='x'/></foreignObject></g></svg>");

    assertThat(document.segments()).containsExactly("Cảng");
    assertThat(document.mergeText(List.of("<script>"), Locale.ENGLISH))
        .isEqualTo(
            "<svg ><style>text{}</style><text ><a  class='k'>&lt;script&gt;</a></text>"
                + "<g><set /><foreignObject></foreignObject></g></svg>");
  }

  private static SegmentedDocument svg(String text) {
    return SegmentedDocument.read(DocumentFormat.SVG, text, VI);
  }
}
