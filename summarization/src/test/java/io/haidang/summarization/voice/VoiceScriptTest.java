package io.haidang.summarization.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haidang.summarization.voice.VoiceLine.Fit;
import io.haidang.translation.document.subtitle.CueTime;
import io.haidang.translation.document.subtitle.TimedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VoiceScriptTest {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  @Test
  void slot_lastsUntilTheNextLine_lessABreath() {
    List<VoiceSlot> slots =
        VoiceSlot.of(List.of(piece(1_000, 3_000), piece(5_000, 6_000), piece(6_100, 7_000)));

    assertThat(slots).extracting(VoiceSlot::available).containsExactly(3_750L, 1_000L, 900L);
  }

  @Test
  void time_ofVietnamese_isOfItsSyllablesAndPauses() {
    // 12 syllables at 5.22 a second, one comma, one sentence.
    String text = "Hôm nay, thành phố mở thêm hai bến cảng tại Lạch Huyện.";

    assertThat(SpeakingTime.millis(text, VIETNAMESE).orElseThrow())
        .isCloseTo(Math.round(12 / 5.22 * 1000) + 250 + 450, within(200L));
  }

  @Test
  void time_ofEnglish_isOfItsWords() {
    String text = "word ".repeat(183);

    assertThat(SpeakingTime.millis(text, Locale.ENGLISH).orElseThrow()).isEqualTo(60_000);
    assertThat(SpeakingTime.millis("twenty-five", Locale.ENGLISH).orElseThrow())
        .isEqualTo(SpeakingTime.millis("twenty five", Locale.ENGLISH).orElseThrow());
  }

  @Test
  void time_ofALanguageThatNobodyMeasured_isUnknown_andSoIsTheFit() {
    assertThat(SpeakingTime.millis("Bonjour", Locale.FRENCH)).isEmpty();
    assertThat(VoiceLine.of(1, slot(100), "Bonjour à tous", Locale.FRENCH).fit())
        .isEqualTo(Fit.UNKNOWN);
  }

  @Test
  void figures_takeTheTimeOfTheirWords() {
    assertThat(SpeakingTime.millis(SpokenWords.of("18.500", VIETNAMESE), VIETNAMESE).orElseThrow())
        .isEqualTo(Math.round(5 / 5.22 * 1000));
  }

  @Test
  void line_isMarked_whenItsWordsDoNotFit() {
    String text = "Cảng đón mười tám nghìn năm trăm lượt tàu."; // 9 syllables: 1.7 s and the end.

    assertThat(VoiceLine.of(1, slot(3_000), text, VIETNAMESE).fit()).isEqualTo(Fit.FITS);
    assertThat(VoiceLine.of(1, slot(2_000), text, VIETNAMESE).fit()).isEqualTo(Fit.FAST);
    assertThat(VoiceLine.of(1, slot(1_000), text, VIETNAMESE).fit()).isEqualTo(Fit.TOO_LONG);
    assertThat(VoiceLine.of(1, VoiceSlot.UNTIMED, text, VIETNAMESE).fit()).isEqualTo(Fit.UNKNOWN);
  }

  @Test
  void script_inEveryFormat_saysWhenAndWhat() throws Exception {
    VoiceScript script =
        script(
            List.of(piece(500, 4_200), piece(4_500, 5_000), piece(6_000, 7_000)),
            "Cảng đón 18.500 lượt tàu.",
            "  ",
            "=Sở Ngoại vụ \"mời\" 40 hãng tàu.");

    assertThat(script.asText())
        .startsWith("[1] 0:00.5 – 0:04.2, ")
        .contains(" s / 3.8 s\nCảng đón mười tám nghìn năm trăm lượt tàu.\n\n[3] 0:06.0 – 0:07.0, ")
        .contains("(!!)\n=Sở Ngoại vụ");
    assertThat(script.asCsv())
        .startsWith("number,start,end,available_s,needed_s,fit,text,spoken\r\n1,0.5,4.2,3.75,")
        .contains(",\"fits\",\"Cảng đón 18.500 lượt tàu.\",\"Cảng đón mười tám nghìn")
        .contains("\"too-long\",\"'=Sở Ngoại vụ \"\"mời\"\" 40 hãng tàu.\"");
    JsonNode json = new ObjectMapper().readTree(script.asJson());
    assertThat(json.at("/lines/0/spoken").asText()).contains("mười tám nghìn");
    assertThat(json.at("/lines/1/number").asInt()).isEqualTo(3);
    assertThat(script.asVtt())
        .startsWith("WEBVTT\n\n00:00:00.500 --> 00:00:04.250\nCảng đón mười tám nghìn");
  }

  @Test
  void script_withoutTimes_tellsHowLongItTakes() throws Exception {
    VoiceScript script =
        new VoiceScript(
            List.of(
                VoiceLine.of(1, VoiceSlot.UNTIMED, "Xin chào.", VIETNAMESE),
                VoiceLine.of(2, VoiceSlot.UNTIMED, "Hẹn gặp lại.", VIETNAMESE)));

    assertThat(script.asText()).startsWith("[1] 0.8 s\nXin chào.\n\n[2] 1.0 s\n");
    assertThat(script.needed().orElseThrow()).isEqualTo(833 + 1025);
    assertThat(script.asVtt()).isEqualTo("WEBVTT\n\n");
    assertThat(new ObjectMapper().readTree(script.asJson()).at("/lines/0/start").isNull()).isTrue();
  }

  private static VoiceScript script(List<TimedText> pieces, String... texts) {
    List<VoiceSlot> slots = VoiceSlot.of(pieces);
    List<VoiceLine> lines = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      lines.add(VoiceLine.of(i + 1, slots.get(i), texts[i], VIETNAMESE));
    }
    return new VoiceScript(lines);
  }

  private static VoiceSlot slot(long available) {
    return new VoiceSlot(new CueTime(0, available), available);
  }

  private static TimedText piece(long start, long end) {
    return new TimedText(new CueTime(start, end), "…");
  }
}
