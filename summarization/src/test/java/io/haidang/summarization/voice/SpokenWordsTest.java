package io.haidang.summarization.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenWordsTest {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cảng đón 18.500 lượt tàu.|Cảng đón mười tám nghìn năm trăm lượt tàu.",
        "tăng 6,75% so với|tăng sáu phẩy bảy năm phần trăm so với",
        "tăng 6,50 % so với|tăng sáu phẩy năm không phần trăm so với",
        "1.234,5 tỷ đồng|một nghìn hai trăm ba mươi tư phẩy năm tỷ đồng",
        "ngày 2/3/2026, tại|ngày hai tháng ba năm hai nghìn không trăm hai mươi sáu, tại",
        "sáng 05-4-2026|sáng ngày năm tháng tư năm hai nghìn không trăm hai mươi sáu",
        "Ngày 12/5, thành phố|Ngày mười hai tháng năm, thành phố",
        "tháng 5/2026|tháng năm năm hai nghìn không trăm hai mươi sáu",
        "ngày 30 tháng 4 năm 2025|ngày ba mươi tháng tư năm hai nghìn không trăm hai mươi lăm",
        "lúc 8h30 sáng|lúc tám giờ ba mươi sáng",
        "từ 14h đến 17h|từ mười bốn giờ đến mười bảy giờ",
        "dài 25 km, rộng 3,5 ha|dài hai mươi lăm ki lô mét, rộng ba phẩy năm héc ta",
        "105 đại biểu, 21 tham luận|một trăm lẻ năm đại biểu, hai mươi mốt tham luận",
        "0,05 điểm|không phẩy không năm điểm"
      })
  void vietnamese_figures_areWords(String written, String spoken) {
    assertThat(SpokenWords.of(written, VIETNAMESE)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Quyết định số 15/2026/QĐ-UBND",
        "giai đoạn 2020-2025",
        "giai đoạn 2020–2025",
        "điện thoại 0225.3842.258",
        "Covid-19, quốc lộ 5B, A4",
        "tỷ số 3-2",
        "phiên bản 3.5",
        "lúc 8:30",
        "ngày 32/3/2026",
        "mã số 0012",
        "12345678901234567890 tệp",
        "www.haiphong.gov.vn/2026/tin",
        "số dư -5"
      })
  void vietnamese_figures_thatCouldBeReadOtherwise_stayAsTheyAre(String written) {
    assertThat(SpokenWords.of(written, VIETNAMESE)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "received 18,500 ships|received eighteen thousand five hundred ships",
        "up 6.75% on|up six point seven five percent on",
        "on 12 May 2026.|on the twelfth of May twenty twenty-six.",
        "on May 12, 2026, the city|on May twelfth, twenty twenty-six, the city",
        "on 2 September|on the second of September",
        "VND 6,425 billion|six thousand four hundred and twenty-five billion dong",
        "USD 5 million|five million US dollars",
        "$1.5 billion|one point five billion US dollars",
        "in 1999 and 2,026 people|in nineteen ninety-nine and two thousand and twenty-six people",
        "105 km of road|one hundred and five kilometres of road"
      })
  void english_figures_areWords(String written, String spoken) {
    assertThat(SpokenWords.of(written, Locale.ENGLISH)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Decision 15/2026/QD-UBND",
        "2020-2025",
        "at 8:30",
        "G20",
        "the 2020s",
        "5-3",
        "v1.2.3"
      })
  void english_figures_thatCouldBeReadOtherwise_stayAsTheyAre(String written) {
    assertThat(SpokenWords.of(written, Locale.ENGLISH)).isEqualTo(written);
  }

  @Test
  void figures_ofAnotherLanguage_stayAsTheyAre() {
    assertThat(SpokenWords.of("18 500 navires", Locale.FRENCH)).isEqualTo("18 500 navires");
  }

  @Test
  void longLine_ofDigitsAndMarks_isReadInTime() {
    String hostile = "1.".repeat(50_000) + "/".repeat(1000) + " " + "9,".repeat(50_000);

    assertThat(SpokenWords.of(hostile, VIETNAMESE)).isNotEmpty();
    assertThat(SpokenWords.of(hostile, Locale.ENGLISH)).isNotEmpty();
  }
}
