package io.haidang.translation.document.subtitle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.subtitle.SubtitleFinding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SubtitlesTest {

  private static final Locale VI = Locale.forLanguageTag("vi");

  @ParameterizedTest
  @EnumSource(
      value = DocumentFormat.class,
      names = {"SRT", "VTT"})
  void write_cues_areReadBack(DocumentFormat format) {
    List<Cue> cues =
        List.of(
            cue(0, 1_500, "Xin chào,", "A & B < C"),
            cue(3_600_000, 3_661_001, "và {\\an8} <i>tạm</i> biệt."),
            cue(360_000_000, 360_001_000));

    assertThat(Subtitles.read(format, Subtitles.write(format, cues))).isEqualTo(cues);
  }

  @Test
  void write_srt_hasNumbersAndCommas() {
    byte[] file = Subtitles.write(DocumentFormat.SRT, List.of(cue(1_000, 2_500, "Chào.")));

    assertThat(new String(file, UTF_8)).isEqualTo("1\n00:00:01,000 --> 00:00:02,500\nChào.\n\n");
  }

  @Test
  void check_goodCues_findsNothing() {
    List<Cue> cues =
        List.of(
            cue(0, 2_000, "Một dòng vừa phải."),
            cue(2_000, 6_000, "Hai dòng, mỗi dòng", "không quá bốn mươi hai chữ."));

    assertThat(Subtitles.check(cues, SubtitleRules.forLanguage(VI))).isEmpty();
  }

  @Test
  void check_badCues_namesEveryRule() {
    List<Cue> cues =
        List.of(
            cue(0, 500, "Nhanh"),
            cue(520, 10_000, "a", "b", "c"),
            cue(9_000, 11_000, "Một dòng rất dài mà không ai đọc kịp trên màn hình nhỏ"),
            cue(8_000, 9_000, "Mười tám chữ trong"));

    assertThat(Subtitles.check(cues, SubtitleRules.DEFAULT))
        .extracting(SubtitleFinding::cue, SubtitleFinding::rule, SubtitleFinding::error)
        .containsExactly(
            tuple(0, Rule.TOO_SHORT, false),
            tuple(0, Rule.GAP, false),
            tuple(1, Rule.LINES, true),
            tuple(1, Rule.TOO_LONG, false),
            tuple(1, Rule.OVERLAP, false),
            tuple(2, Rule.LINE_LENGTH, true),
            tuple(2, Rule.READING_SPEED, true),
            tuple(3, Rule.ORDER, false),
            tuple(3, Rule.READING_SPEED, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vi | Đoàn đại biểu thành phố Hải Phòng thăm cảng | Đoàn đại biểu / thành phố Hải Phòng thăm cảng",
        "vi | Kim ngạch xuất khẩu ước đạt 33 tỷ đồng trong quý I | Kim ngạch xuất khẩu / ước đạt 33 tỷ đồng trong quý I",
        "vi | Chúng tôi sẽ ký biên bản ghi nhớ vào ngày 12 tháng 5 | Chúng tôi sẽ ký biên bản ghi nhớ / vào ngày 12 tháng 5",
        "en | The leaders of the city received a delegation from Japan | The leaders of the city / received a delegation from Japan",
        "en | Exports reached 33 billion dollars in the first quarter | Exports reached 33 billion dollars / in the first quarter",
        "en | He met the Department of Foreign Affairs of Japan today | He met the / Department of Foreign Affairs of Japan today",
        "vi | Sáng nay tại Hà Nội, ông Nguyễn Văn An tiếp đoàn Incheon | Sáng nay tại Hà Nội, / ông Nguyễn Văn An tiếp đoàn Incheon",
        "en | However, the work will be finished by the end of 2026 | However, the work will be finished / by the end of 2026",
        "fr | Les dirigeants de la ville ont reçu une délégation du Japon | Les dirigeants de la ville / ont reçu une délégation du Japon",
        "zh | 海防市领导今天上午会见了来自日本的经济代表团 | 海防市领导今天上午会见了 / 来自日本的经济代表团",
        "ja | ハイフォン市の指導者は今朝、日本からの代表団と会見しました | ハイフォン市の指導者は今朝、 / 日本からの代表団と会見しました",
        "en | Short enough. | Short enough.",
      })
  void lines_text_breakWhereItReadsWell(String language, String text, String lines) {
    Locale locale = Locale.forLanguageTag(language);

    assertThat(LineBreaks.lines(text, locale, List.of(), SubtitleRules.forLanguage(locale)))
        .isEqualTo(List.of(lines.split(" / ")));
  }

  @Test
  void lines_phraseToHoldTogether_isNotBroken() {
    String text = "He met the Department of Foreign Affairs of the city today";

    assertThat(
            LineBreaks.lines(
                text,
                Locale.ENGLISH,
                List.of("Department of Foreign Affairs"),
                SubtitleRules.DEFAULT))
        .anyMatch(line -> line.contains("Department of Foreign Affairs"));
  }

  @Test
  void compose_words_giveCuesByTheRules() {
    List<Cue> cues =
        compose(
            "en",
            "The port of Hai Phong welcomed the largest container ship in"
                + " its history this morning. Thousands of people came to see it. The leaders of the city"
                + " thanked the crew, and promised to deepen the channel before the end of 2026.",
            400);

    assertThat(cues).hasSizeBetween(4, 7);
    assertThat(cues).anyMatch(cue -> cue.text().endsWith("this morning."));
    assertThat(cues).noneMatch(cue -> cue.text().endsWith(" the") || cue.text().endsWith("Hai"));
    assertThat(Subtitles.check(cues, SubtitleRules.DEFAULT)).isEmpty();
  }

  @Test
  void compose_pause_beginsANewCue() {
    List<TimedText> spoken =
        List.of(
            new TimedText(new CueTime(0, 1_000), "Xin chào các bạn"),
            new TimedText(new CueTime(5_000, 7_000), "đến với Hải Phòng"));

    assertThat(new SubtitleComposer(VI, List.of(), SubtitleRules.DEFAULT).compose(spoken))
        .containsExactly(cue(0, 1_000, "Xin chào các bạn"), cue(5_000, 7_000, "đến với Hải Phòng"));
  }

  @Test
  void compose_longSentenceWithOneTime_isDividedByItsLength() {
    TimedText spoken =
        new TimedText(
            new CueTime(10_000, 22_000),
            "Sáng nay, lãnh đạo thành phố đã tiếp đoàn đại biểu của thành phố Incheon, Hàn Quốc;"
                + " hai bên trao đổi về hợp tác cảng biển, du lịch và giáo dục trong thời gian tới.");
    List<Cue> cues =
        new SubtitleComposer(VI, List.of(), SubtitleRules.DEFAULT).compose(List.of(spoken));

    assertThat(cues.size()).isBetween(2, 4);
    assertThat(cues.get(0).time().start()).isEqualTo(10_000);
    assertThat(cues.get(cues.size() - 1).time().end()).isBetween(22_000L, 22_500L);
    assertThat(String.join(" ", cues.stream().map(Cue::text).toList())).isEqualTo(spoken.text());
    assertThat(Subtitles.check(cues, SubtitleRules.DEFAULT)).noneMatch(SubtitleFinding::error);
  }

  @Test
  void compose_chinese_hasNoSpacesInside() {
    List<TimedText> spoken = new ArrayList<>();
    String text = "海防市领导今天上午会见了来自日本的经济代表团。双方就港口合作交换了意见。";
    for (int i = 0; i < text.length(); i++) {
      spoken.add(new TimedText(new CueTime(i * 200L, i * 200L + 200), text.substring(i, i + 1)));
    }
    List<Cue> cues =
        new SubtitleComposer(Locale.CHINESE, List.of(), SubtitleRules.forLanguage(Locale.CHINESE))
            .compose(spoken);

    assertThat(String.join("", cues.stream().flatMap(cue -> cue.lines().stream()).toList()))
        .isEqualTo(text);
    assertThat(cues.get(0).lines().get(0)).hasSizeLessThanOrEqualTo(16);
  }

  @Test
  void compose_backwards_isRefused() {
    List<TimedText> spoken =
        List.of(
            new TimedText(new CueTime(5_000, 6_000), "b"),
            new TimedText(new CueTime(0, 1_000), "a"));

    assertThatThrownBy(
            () -> new SubtitleComposer(VI, List.of(), SubtitleRules.DEFAULT).compose(spoken))
        .hasMessageContaining("transcript[1]");
  }

  private static List<Cue> compose(String language, String text, long millisAWord) {
    List<TimedText> spoken = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      long start = spoken.size() * millisAWord;
      spoken.add(new TimedText(new CueTime(start, start + millisAWord), word));
    }
    return new SubtitleComposer(Locale.forLanguageTag(language), List.of(), SubtitleRules.DEFAULT)
        .compose(spoken);
  }

  private static Cue cue(long start, long end, String... lines) {
    return new Cue(new CueTime(start, end), List.of(lines));
  }
}
