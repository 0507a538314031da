package io.haidang.translation.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException.Reason;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text formats with more of something than anybody writes; too large to lie beside the corpora. */
final class TextFormatLimitsTest {

  private static final int LEVELS = 100_000;
  private static final int LENGTH = 300_000;
  private static final Locale VI = Locale.forLanguageTag("vi");
  private static final String XLIFF =
      "<xliff version=\"1.2\"><file><body><trans-unit id=\"1\"><source>";
  private static final String XLIFF_END = "</source></trans-unit></body></file></xliff>";

  static Stream<Arguments> deep() {
    return Stream.of(
        Arguments.of(DocumentFormat.JSON, "[".repeat(LEVELS)),
        Arguments.of(DocumentFormat.JSON, "{\"a\":".repeat(LEVELS)),
        Arguments.of(DocumentFormat.XLIFF12, XLIFF + "<g>".repeat(LEVELS) + "a"),
        Arguments.of(DocumentFormat.XLIFF2, "<xliff version=\"2.1\">" + "<group>".repeat(LEVELS)),
        Arguments.of(DocumentFormat.SVG, "<svg>" + "<g>".repeat(LEVELS)),
        Arguments.of(DocumentFormat.SVG, "<svg><text>" + "<tspan>".repeat(LEVELS) + "a"));
  }

  @ParameterizedTest
  @MethodSource("deep")
  void nesting_hundredThousandLevels_isRefused(DocumentFormat format, String content) {
    assertThatThrownBy(() -> read(format, content))
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_DEEP));
  }

  static Stream<Arguments> lengthy() {
    String line = "một hai, ba ".repeat(LENGTH / 12);
    return Stream.of(
        Arguments.of(DocumentFormat.MARKDOWN, line),
        Arguments.of(DocumentFormat.SRT, "1\n00:00:01,000 --> 00:00:02,000\n" + line),
        Arguments.of(DocumentFormat.VTT, "WEBVTT\n\n00:01.000 --> 00:02.000\n" + line),
        Arguments.of(DocumentFormat.CSV, "a,\"" + line + "\"\n"),
        Arguments.of(DocumentFormat.JSON, "[\"" + line + "\"]"),
        Arguments.of(DocumentFormat.PO, "msgid \"" + line + "\"\nmsgstr \"\"\n"),
        Arguments.of(DocumentFormat.XLIFF12, XLIFF + line + XLIFF_END),
        Arguments.of(DocumentFormat.SVG, "<svg><text>" + line + "</text></svg>"));
  }

  @ParameterizedTest
  @MethodSource("lengthy")
  void line_ofAHugeLength_isReadAndWritten(DocumentFormat format, String content) {
    SegmentedDocument document = read(format, content);
    String merged =
        document.mergeText(
            document.segments().stream().map(text -> text.toUpperCase(Locale.ROOT)).toList(), VI);

    assertThat(merged.split("MỘT", -1)).hasSize(LENGTH / 12 + 1);
  }

  private static SegmentedDocument read(DocumentFormat format, String content) {
    return SegmentedDocument.read(format, content.getBytes(UTF_8), VI);
  }
}
