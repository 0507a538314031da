package io.haidang.translation.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class DocumentPlacesTest {

  private static final String SUBTITLES =
      """
      1
      00:00:00,000 --> 00:00:02,000
      Xin chào.

      2
      00:00:02,000 --> 00:00:04,000
      Tạm biệt.
      """;

  @Test
  void settle_subtitles_saysWhatCannotBeRead() {
    List<TranslatedSegment> settled =
        settle(
            DocumentFormat.SRT,
            SUBTITLES,
            "Hello, and a very warm welcome to all of you.",
            "Goodbye, see you again tomorrow, friends");

    assertThat(settled.get(0).findings())
        .extracting(Finding::check, Finding::severity, Finding::expected, Finding::detail)
        .containsExactly(tuple("subtitle-speed", Severity.ERROR, "20", "23"));
    assertThat(settled.get(1).findings())
        .extracting(Finding::check, Finding::severity, Finding::expected, Finding::detail)
        .containsExactly(tuple("subtitle-speed", Severity.WARNING, "17", "20"));
  }

  @Test
  void settle_readableSubtitles_haveNoFindings() {
    assertThat(settle(DocumentFormat.SRT, SUBTITLES, "Hello.", "Goodbye."))
        .allMatch(segment -> segment.findings().isEmpty());
  }

  @Test
  void settle_fieldWithALimit_saysHowMuchTooLong() {
    String xliff =
        """
        <xliff version="1.2"><file><body><trans-unit id="a" maxwidth="9" size-unit="char">
        <source>Một. Hai.</source></trans-unit></body></file></xliff>
        """;
    List<TranslatedSegment> settled = settle(DocumentFormat.XLIFF12, xliff, "One.", "Number two.");

    assertThat(settled.get(0).findings()).isEmpty();
    assertThat(settled.get(1).findings())
        .extracting(Finding::check, Finding::expected, Finding::detail)
        .containsExactly(tuple("field-length", "9", "16 characters"));
  }

  private static List<TranslatedSegment> settle(
      DocumentFormat format, String text, String... targets) {
    SegmentedDocument document =
        SegmentedDocument.read(format, text.getBytes(UTF_8), Locale.forLanguageTag("vi"));
    List<TranslatedSegment> segments =
        List.of(targets).stream()
            .map(
                t ->
                    new TranslatedSegment(
                        "", t, 0, List.of(), new Provenance("e", "1", "", "", false, 0)))
            .toList();
    return DocumentPlaces.settle(segments, document, MergeOptions.of(Locale.ENGLISH));
  }
}
