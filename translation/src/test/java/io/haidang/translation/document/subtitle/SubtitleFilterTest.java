package io.haidang.translation.document.subtitle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentFilterContract;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.Measure;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.PlaceFinding;
import io.haidang.translation.document.SegmentedDocument;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubtitleFilterTest extends DocumentFilterContract {

  private static final String TWO_CUES =
      """
      1
      00:00:01,000 --> 00:00:03,400
      Sáng nay, lãnh đạo thành phố Hải Phòng

      2
      00:00:03,500 --> 00:00:06,200
      đã tiếp đoàn đại biểu Incheon.

      """;

  @Test
  void sentence_overTwoCues_isOneSegmentAndSplitsAgain() {
    SegmentedDocument document = srt(TWO_CUES);

    assertThat(document.segments())
        .containsExactly("Sáng nay, lãnh đạo thành phố Hải Phòng đã tiếp đoàn đại biểu Incheon.");
    assertThat(
            merged(
                document,
                "This morning, the leaders of Hai Phong City received a delegation from Incheon."))
        .isEqualTo(
            """
            1
            00:00:01,000 --> 00:00:03,400
            This morning,
            the leaders of Hai Phong City

            2
            00:00:03,500 --> 00:00:06,200
            received a delegation from Incheon.

            """);
  }

  @Test
  void sentences_inOneCue_stayThere() {
    SegmentedDocument document =
        srt(
            """
            1
            00:00:01,000 --> 00:00:04,000
            Xin chào. Hôm nay chúng ta

            2
            00:00:04,100 --> 00:00:07,000
            đến thăm cảng. Cảng rất lớn.
            """);

    assertThat(document.segments())
        .containsExactly("Xin chào.", "Hôm nay chúng ta đến thăm cảng.", "Cảng rất lớn.");
    assertThat(merged(document, "Hello.", "Today we will visit the port.", "It is very large."))
        .contains("\nHello.\n\n2", "\nToday we will visit the port.\nIt is very large.\n");
  }

  @Test
  void pair_aroundTheCut_endsAndBeginsAgain() {
    SegmentedDocument document =
        srt(
            """
            1
            00:00:01,000 --> 00:00:03,000
            Tàu <i>Hải Đăng rời cảng

            2
            00:00:03,100 --> 00:00:05,000
            vào sáng mai</i> rồi.
            """);
    assertThat(document.segments())
        .containsExactly("Tàu ‹1/›Hải Đăng rời cảng vào sáng mai‹2/› rồi.");

    SegmentedDocument whole =
        srt(
            """
            1
            00:00:01,000 --> 00:00:03,000
            Tàu <i>Hải Đăng rời</i> cảng

            2
            00:00:03,100 --> 00:00:05,000
            vào sáng mai rồi.
            """);
    assertThat(merged(whole, "The ship ‹1›leaves the port tomorrow‹/1› morning."))
        .contains("\nThe ship <i>leaves the port</i>\n", "\n<i>tomorrow</i> morning.\n");
  }

  @Test
  void markup_aroundACue_isNoCodeAndStays() {
    SegmentedDocument document = srt("1\n00:00:01,000 --> 00:00:03,000\n{\\an8}<i>Hải đăng</i>\n");

    assertThat(document.segments()).containsExactly("Hải đăng");
    assertThat(merged(document, "Lighthouse"))
        .isEqualTo("1\n00:00:01,000 --> 00:00:03,000\n{\\an8}<i>Lighthouse</i>\n");
  }

  @Test
  void speakers_inOneCue_keepTheirDashes() {
    SegmentedDocument document =
        srt("1\n00:00:01,000 --> 00:00:03,000\n- Xin chào!\n- Chào chị.\n");

    assertThat(document.segments()).containsExactly("Xin chào!", "Chào chị.");
    assertThat(merged(document, "Hello!", "Good morning."))
        .endsWith("\n- Hello!\n- Good morning.\n");
  }

  @Test
  void unbroken_phrase_standsInOneCueAndOneLine() {
    SegmentedDocument document = srt(TWO_CUES);
    String name = "the Department of Foreign Affairs";
    String merged =
        new String(
            document.merge(
                List.of(
                    "This morning, the city and " + name + " received a delegation of Incheon."),
                new MergeOptions(Locale.ENGLISH, List.of(name))),
            UTF_8);

    assertThat(merged).contains(name);
  }

  @Test
  void words_likeMarkup_stayWords() {
    assertThat(merged(vtt("WEBVTT\n\n00:01.000 --> 00:02.000\nA &lt; B\n"), "<b>x</b> --> A & B"))
        .endsWith("\n&lt;b>x&lt;/b> --&gt; A &amp; B\n");
    String merged = merged(srt("1\n00:00:01,000 --> 00:00:02,000\nA\n"), "<b>x --> y");
    assertThat(srt(merged).segments()).containsExactly("<b>x → y");
  }

  @Test
  void merge_otherFormatThings_areKept() {
    SegmentedDocument document =
        vtt("WEBVTT\n\nNOTE a\n\nid\n00:01.000 --> 00:02.000 line:0\n<v Mai>Chào &amp; mời</v>\n");

    assertThat(document.segments()).containsExactly("Chào & mời");
    assertThat(merged(document, "Hello"))
        .isEqualTo("WEBVTT\n\nNOTE a\n\nid\n00:01.000 --> 00:02.000 line:0\n<v Mai>Hello</v>\n");
  }

  @Test
  void unit_ofShortCues_hasRoomForWhatCanBeRead() {
    assertThat(srt(TWO_CUES).textUnits().get(0).maxLength()).isEqualTo(48 + 54);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-00:00:01,000 --> 00:00:02,000 | document.line 2: a negative time",
        "00:00:05,000 --> 00:00:02,000 | document.line 2: a cue that ends before it starts",
        "00:00:65,000 --> 00:02:02,000 | document.line 2: more than 59",
        "một hai --> ba | document.line 2: not a time",
      })
  void time_wrong_isRefusedWithItsLine(String time, String message) {
    assertThatThrownBy(() -> srt("1\n" + time + "\nChào.\n"))
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void merge_manyCuesWithoutAnEnd_isDone() {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      file.append(
          String.format(
              "%d%n00:00:%02d,000 --> 00:00:%02d,900%nmột. hai, ba bốn%n%n", i, i % 60, i % 60));
    }
    SegmentedDocument document = srt(file.toString());
    assertThat(
            merged(document, document.segments().stream().map(s -> s + "!").toArray(String[]::new)))
        .contains("!");
  }

  @Test
  void measures_areThoseOfTheFindings_andOfTheWorstCue() {
    SegmentedDocument document = srt(TWO_CUES);
    MergeOptions english = MergeOptions.of(Locale.ENGLISH);
    List<String> fitting = List.of("This morning, leaders of Hai Phong met guests from Incheon.");
    List<String> tooMuch = List.of("word ".repeat(60).strip());

    assertThat(document.measure(0, fitting, english))
        .extracting(Measure::id)
        .containsExactly("characters", "lines", "line-length", "reading-speed", "duration");
    assertThat(document.measure(0, fitting, english)).noneMatch(Measure::isHigh);
    assertThat(document.measure(0, fitting, english).get(4).value()).isEqualTo(2_400 + 2_700);
    assertThat(document.check(fitting, english)).isEmpty();
    assertThat(document.measure(0, tooMuch, english).get(3).isTooMuch()).isTrue();
    assertThat(document.check(tooMuch, english))
        .extracting(PlaceFinding::detail)
        .contains("%.0f".formatted(document.measure(0, tooMuch, english).get(3).value()));
  }

  private static SegmentedDocument srt(String text) {
    return SegmentedDocument.read(DocumentFormat.SRT, text, VI);
  }

  private static SegmentedDocument vtt(String text) {
    return SegmentedDocument.read(DocumentFormat.VTT, text, VI);
  }

  private static String merged(SegmentedDocument document, String... targets) {
    return document.mergeText(List.of(targets), Locale.ENGLISH);
  }
}
